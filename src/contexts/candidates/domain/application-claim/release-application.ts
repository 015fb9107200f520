import { accept } from '#kernel/decision.js';
import type { ApplicationClaim } from './application-claim.js';
import type { ApplicationClaimReleased } from './events.js';

/** Frees what `applicationId` holds; a claim that has gone over to another one stays. */
export function releaseApplication(claim: ApplicationClaim, applicationId: string) {
  if (claim.holder?.applicationId !== applicationId) return accept<ApplicationClaimReleased>();
  return accept<ApplicationClaimReleased>({ type: 'ApplicationClaimReleased', data: { applicationId } });
}
