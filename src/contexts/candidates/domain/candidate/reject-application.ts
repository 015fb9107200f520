import { accept, refuse } from '#kernel/decision.js';
import { applicationOf, type Candidate } from './candidate.js';
import type { ApplicationRejected } from './events.js';

/** P2: the company says no. Rejecting twice is once; a hired or withdrawn one is reopened first. */
export function rejectApplication(candidate: Candidate, applicationId: string, now: Date) {
  const application = applicationOf(candidate, applicationId);
  if (application === undefined) return refuse('application-not-found');
  if (application.standing.is === 'rejected') return accept<ApplicationRejected>();
  if (application.standing.is !== 'open') return refuse('application-not-open', { facts: { standing: application.standing.is } });
  return accept<ApplicationRejected>({ type: 'ApplicationRejected', data: { applicationId, at: now.toISOString() } });
}
