import type { Application } from '../domain/candidate/application.js';
import type { Candidate } from '../domain/candidate/candidate.js';
import type { ApplicationFacts, CandidateFacts } from '../public/candidates.js';

export function factsOf(candidateId: string, candidate: Candidate): CandidateFacts {
  return {
    candidateId,
    ...candidate.name.read({ known: (name) => ({ name }), erased: () => ({}) }),
    addresses: candidate.addresses,
    applications: candidate.applications.map(applicationFacts),
  };
}

function applicationFacts({ applicationId, job, department, subsidiaryId, standing }: Application): ApplicationFacts {
  return {
    applicationId,
    job,
    state: standing.is,
    ...(department === undefined ? {} : { department }),
    ...(subsidiaryId === undefined ? {} : { subsidiaryId }),
    // P2, newer wording: an application that was hired for does not count as closed.
    ...(standing.is === 'rejected' || standing.is === 'withdrawn' ? { closedAt: new Date(standing.since) } : {}),
  };
}
