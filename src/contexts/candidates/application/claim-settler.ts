import { Inject, Injectable } from '@nestjs/common';
import { type Task, ToDos } from '#platform/to-dos/to-do.js';
import { applicationOf } from '../domain/candidate/candidate.js';
import { ApplicationIds } from './application-ids.js';
import { ApplicationClaimStreams } from './ports/application-claim-streams.port.js';
import { CandidateStreams } from './ports/candidate-streams.port.js';
import { applicationClaimsToSettle } from './to-dos/application-claims-to-settle.to-do.js';

/** Releases what a crash left claimed without an application, so that the caller's id can be used. */
@Injectable()
export class ClaimSettler {
  constructor(
    @Inject(ApplicationClaimStreams) private readonly claims: ApplicationClaimStreams,
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly ids: ApplicationIds,
    @Inject(ToDos) toDos: ToDos,
  ) {
    toDos.register(applicationClaimsToSettle((task) => this.settle(task)));
  }

  async settle({ companyId, streamId }: Pick<Task, 'companyId' | 'streamId'>): Promise<void> {
    const claim = await this.claims.load(companyId, streamId);
    const holder = claim?.state.holder;
    if (holder === undefined) return; // Released meanwhile.
    const candidate = await this.candidates.load(companyId, holder.candidateId);
    if (candidate !== undefined && applicationOf(candidate.state, holder.applicationId) !== undefined) return; // It came to be.
    await this.ids.releaseClaim(companyId, streamId, holder.applicationId);
  }
}
