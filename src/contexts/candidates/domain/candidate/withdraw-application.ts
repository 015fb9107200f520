import { accept, refuse } from '#kernel/decision.js';
import { applicationOf, type Candidate } from './candidate.js';
import type { ApplicationWithdrawn } from './events.js';

/** P2: the person says no. Withdrawing twice is once; a hired or rejected one is reopened first. */
export function withdrawApplication(candidate: Candidate, applicationId: string, now: Date) {
  const application = applicationOf(candidate, applicationId);
  if (application === undefined) return refuse('application-not-found');
  if (application.standing.is === 'withdrawn') return accept<ApplicationWithdrawn>();
  if (application.standing.is !== 'open') return refuse('application-not-open', { facts: { standing: application.standing.is } });
  return accept<ApplicationWithdrawn>({ type: 'ApplicationWithdrawn', data: { applicationId, at: now.toISOString() } });
}
