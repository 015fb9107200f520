import type { Streams } from '#platform/event-store/streams.js';
import type { ApplicationClaim } from '../../domain/application-claim/application-claim.js';
import type { ApplicationClaimed, ApplicationClaimLater } from '../../domain/application-claim/events.js';

/** Named by the keyed HMAC of the caller's `externalId`. */
export type ApplicationClaimStreams = Streams<ApplicationClaim, ApplicationClaimed, ApplicationClaimLater>;
export const ApplicationClaimStreams = Symbol('ApplicationClaimStreams');
