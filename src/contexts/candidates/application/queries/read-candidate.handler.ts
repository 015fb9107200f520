import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import type { Personal } from '#kernel/personal.js';
import type { Application } from '../../domain/candidate/application.js';
import { candidateSeen } from '../../domain/candidate/candidate-seen.js';
import { CandidateIds } from '../candidate-ids.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { type ApplicationView, type CandidateView, ReadCandidate } from './read-candidate.query.js';

/** From the person's own stream, so that no read model holds addresses. */
@QueryHandler(ReadCandidate)
export class ReadCandidateHandler implements IQueryHandler<ReadCandidate> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly ids: CandidateIds,
  ) {}

  async execute({ candidateId: idOrExternal, caller: { companyId, subsidiaries } }: ReadCandidate) {
    const candidateId = await this.ids.resolve(companyId, idOrExternal);
    const candidate = await this.candidates.load(companyId, candidateId);
    const seen = candidate && candidateSeen(subsidiaries, candidate.state);
    if (candidate === undefined || seen === undefined) return refuse('not-found');
    const { name, externalId, addresses, applications } = seen;
    return allow<CandidateView>({
      candidateId,
      ...named(externalId),
      name: name.read({ known: String, erased: () => null }),
      addresses,
      applications: applications.map(applicationView),
      revision: candidate.receipt.revision,
    });
  }
}

function applicationView({ externalId, standing, ...application }: Application): ApplicationView {
  return { ...application, ...named(externalId), state: standing.is, ...(standing.is === 'open' ? {} : { since: standing.since }) };
}

function named(externalId: Personal<string> | undefined): { readonly externalId?: string } {
  return externalId?.read({ known: (text) => ({ externalId: text }), erased: () => ({}) }) ?? {};
}
