import { accept, refuse } from '#kernel/decision.js';
import { Personal } from '#kernel/personal.js';
import { applicationOf, type Candidate } from './candidate.js';
import type { ApplicationOpened } from './events.js';

export interface NewApplication {
  readonly applicationId: string;
  readonly job: string;
  readonly department?: string;
  readonly subsidiaryId?: string;
  readonly externalId?: string;
}

const mostApplications = 100;

/** P4, P8, S31: one person may apply for several jobs, at several subsidiaries, and for the same job again. */
export function openApplication(candidate: Candidate, application: NewApplication) {
  if (application.job.trim() === '') return refuse('job-missing', { field: 'job' });
  if (applicationOf(candidate, application.applicationId) !== undefined) return accept<ApplicationOpened>();
  if (candidate.applications.length >= mostApplications) return refuse('too-many-applications', { facts: { most: mostApplications } });
  return accept<ApplicationOpened>(opened(candidate.keyId, application));
}

export function opened(keyId: string, { applicationId, job, department, subsidiaryId, externalId }: NewApplication): ApplicationOpened {
  return {
    type: 'ApplicationOpened',
    data: {
      applicationId,
      job: job.trim(),
      ...(department === undefined ? {} : { department }),
      ...(subsidiaryId === undefined ? {} : { subsidiaryId }),
      ...(externalId === undefined ? {} : { externalId: Personal.under(keyId, externalId) }),
    },
  };
}
