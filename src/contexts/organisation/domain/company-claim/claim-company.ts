import { accept, refuse } from '#kernel/decision.js';
import type { CompanyClaim } from './company-claim.js';
import type { CompanyClaimed } from './events.js';

/**
 * Decision "Foreign ids": refused while another registration holds it; claiming again for the same company changes nothing. A registration
 * that comes back for another company was cut off before it used its key, and takes the claim along.
 */
export function claimCompany({ holder }: CompanyClaim, claimant: CompanyClaimed['data']) {
  if (holder !== undefined && holder.registrationId !== claimant.registrationId)
    return refuse('external-id-taken', { field: 'externalId', facts: { id: holder.companyId } });
  if (holder?.companyId === claimant.companyId) return accept<CompanyClaimed>();
  return accept<CompanyClaimed>({ type: 'CompanyClaimed', data: claimant });
}
