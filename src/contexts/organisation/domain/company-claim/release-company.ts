import { accept } from '#kernel/decision.js';
import type { CompanyClaim } from './company-claim.js';
import type { CompanyClaimReleased } from './events.js';

/** Frees what the registration holds; a claim that has gone over to another one stays. */
export function releaseCompany({ holder }: CompanyClaim, registrationId: string) {
  if (holder?.registrationId !== registrationId) return accept<CompanyClaimReleased>();
  return accept<CompanyClaimReleased>({ type: 'CompanyClaimReleased', data: { registrationId } });
}
