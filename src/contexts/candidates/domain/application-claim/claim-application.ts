import { accept, refuse } from '#kernel/decision.js';
import type { ApplicationClaim } from './application-claim.js';
import type { ApplicationClaimed } from './events.js';

/**
 * Refused while another application holds it; claiming again for the same one changes nothing. An application that comes back with another
 * candidate was cut off before its command used its key, and takes the claim along.
 */
export function claimApplication({ holder }: ApplicationClaim, candidateId: string, applicationId: string) {
  if (holder !== undefined && holder.applicationId !== applicationId)
    return refuse('external-id-taken', { field: 'externalId', facts: { id: holder.applicationId } });
  if (holder?.candidateId === candidateId) return accept<ApplicationClaimed>();
  return accept<ApplicationClaimed>({ type: 'ApplicationClaimed', data: { candidateId, applicationId } });
}
