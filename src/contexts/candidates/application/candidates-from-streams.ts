import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { CandidateFacts, Candidates, NewCandidate } from '../public/candidates.js';
import { candidateSeen } from '../domain/candidate/candidate-seen.js';
import { ApplicationIds } from './application-ids.js';
import { CandidateIds } from './candidate-ids.js';
import { AddAddress } from './commands/add-address.command.js';
import { AddAddressHandler } from './commands/add-address.handler.js';
import { RegisterCandidate } from './commands/register-candidate.command.js';
import { RegisterCandidateHandler } from './commands/register-candidate.handler.js';
import { factsOf } from './facts.js';
import { KnownPeople } from './known-people.js';
import { CandidateStreams } from './ports/candidate-streams.port.js';
import { CandidateAddressRows } from './ports/read-models.port.js';

@Injectable()
export class CandidatesFromStreams implements Candidates {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    @Inject(CandidateAddressRows) private readonly addresses: CandidateAddressRows,
    private readonly ids: CandidateIds,
    private readonly applicationIds: ApplicationIds,
    private readonly known: KnownPeople,
    private readonly registering: RegisterCandidateHandler,
    private readonly adding: AddAddressHandler,
  ) {}

  async candidate(companyId: string, candidateId: string, subsidiaries?: readonly string[]): Promise<CandidateFacts | undefined> {
    const candidate = await this.candidates.load(companyId, candidateId);
    const seen = candidate && candidateSeen(subsidiaries, candidate.state);
    return seen && factsOf(candidateId, seen);
  }

  async ownersOf(companyId: string, address: string, at: Position): Promise<readonly CandidateFacts[]> {
    await this.addresses.reached(at);
    const owners = await this.known.withAddress(companyId, address);
    const facts = await Promise.all(owners.map((candidateId) => this.candidate(companyId, candidateId)));
    return facts.filter((each) => each !== undefined);
  }

  register(candidate: NewCandidate, cause: Cause) {
    return this.registering.execute(new RegisterCandidate(candidate, cause));
  }

  addAddress(candidateId: string, address: string, cause: Cause) {
    return this.adding.execute(new AddAddress(candidateId, address, cause));
  }

  resolveId(companyId: string, idOrExternal: string): Promise<string> {
    return this.ids.resolve(companyId, idOrExternal);
  }

  resolveApplicationId(companyId: string, idOrExternal: string): Promise<string> {
    return this.applicationIds.resolve(companyId, idOrExternal);
  }
}
