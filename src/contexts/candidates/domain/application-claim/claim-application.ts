import { accept, refuse } from '#kernel/decision.js';
import type { ApplicationClaim } from './application-claim.js';
import type { ApplicationClaimed } from './events.js';

/** Refused while another application holds it; claiming again for the same one changes nothing. */
export function claimApplication(claim: ApplicationClaim, candidateId: string, applicationId: string) {
  if (claim.holder === undefined) return accept<ApplicationClaimed>({ type: 'ApplicationClaimed', data: { candidateId, applicationId } });
  if (claim.holder.applicationId === applicationId) return accept<ApplicationClaimed>();
  return refuse('external-id-taken', { field: 'externalId', facts: { id: claim.holder.applicationId } });
}
