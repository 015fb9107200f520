import { accept, refuse } from '#kernel/decision.js';
import { applicationOf, type Candidate } from './candidate.js';
import type { ApplicationHired } from './events.js';

/** The application led to a job. Hiring twice is once; a rejected or withdrawn one is reopened first. */
export function hireCandidate(candidate: Candidate, applicationId: string, now: Date) {
  const application = applicationOf(candidate, applicationId);
  if (application === undefined) return refuse('application-not-found');
  if (application.standing.is === 'hired') return accept<ApplicationHired>();
  if (application.standing.is !== 'open') return refuse('application-not-open', { facts: { standing: application.standing.is } });
  return accept<ApplicationHired>({ type: 'ApplicationHired', data: { applicationId, at: now.toISOString() } });
}
