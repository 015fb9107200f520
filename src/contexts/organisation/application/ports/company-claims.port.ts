import type { Streams } from '#platform/event-store/streams.js';
import type { CompanyClaim } from '../../domain/company-claim/company-claim.js';
import type { CompanyClaimed, CompanyClaimLater } from '../../domain/company-claim/events.js';

/** The operator's, because they are of no company alone; named by the keyed HMAC of the platform's `externalId`. */
export type CompanyClaims = Streams<CompanyClaim, CompanyClaimed, CompanyClaimLater>;
export const CompanyClaims = Symbol('CompanyClaims');
