import { accept, refuse } from '#kernel/decision.js';
import { applicationOf, type Candidate } from './candidate.js';
import type { ApplicationReopened } from './events.js';

/** Takes an end back that was a mistake. Somebody who applies again gets a new application (P4). */
export function reopenApplication(candidate: Candidate, applicationId: string) {
  const application = applicationOf(candidate, applicationId);
  if (application === undefined) return refuse('application-not-found');
  if (application.standing.is === 'open') return accept<ApplicationReopened>();
  return accept<ApplicationReopened>({ type: 'ApplicationReopened', data: { applicationId } });
}
