import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#kernel/decision.js';
import type { Cause } from '#platform/event-store/streams.js';
import { applicationOf, type Candidate } from '../domain/candidate/candidate.js';
import { candidateSeen } from '../domain/candidate/candidate-seen.js';
import { CandidateStreams } from './ports/candidate-streams.port.js';

type Asker = Pick<Cause, 'companyId' | 'subsidiaries'>;

/** Why a caller's own id names nothing new (S32): with the id of what it names, unless the asker's token does not see that. */
@Injectable()
export class ExternalIdsInUse {
  constructor(@Inject(CandidateStreams) private readonly candidates: CandidateStreams) {}

  async byCandidate(candidateId: string, asker: Asker) {
    return (await this.seen(candidateId, asker, () => true)) ? taken(candidateId) : inUse();
  }

  async byApplication(holder: { readonly candidateId: string; readonly applicationId: string } | undefined, asker: Asker) {
    if (holder === undefined) return inUse(); // Released since.
    const { candidateId, applicationId } = holder;
    const seen = await this.seen(candidateId, asker, (candidate) => applicationOf(candidate, applicationId) !== undefined);
    return seen ? taken(applicationId) : inUse();
  }

  private async seen(candidateId: string, { companyId, subsidiaries }: Asker, has: (seen: Candidate) => boolean): Promise<boolean> {
    if (subsidiaries === undefined) return true;
    const candidate = await this.candidates.load(companyId, candidateId);
    const seen = candidate && candidateSeen(subsidiaries, candidate.state);
    return seen !== undefined && has(seen);
  }
}

function taken(id: string) {
  return refuse('external-id-taken', { field: 'externalId', facts: { id } });
}

function inUse() {
  return refuse('external-id-in-use', { field: 'externalId' });
}
