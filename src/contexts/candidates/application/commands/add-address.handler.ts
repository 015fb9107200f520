import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { addAddress } from '../../domain/candidate/add-address.js';
import { CandidateIds } from '../candidate-ids.js';
import { KnownPeople } from '../known-people.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { AddAddress } from './add-address.command.js';

@CommandHandler(AddAddress)
export class AddAddressHandler implements ICommandHandler<AddAddress> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly candidateIds: CandidateIds,
    private readonly known: KnownPeople,
  ) {}

  async execute({ candidateId: idOrExternal, address, cause }: AddAddress) {
    const { companyId } = cause;
    const candidateId = await this.candidateIds.resolve(companyId, idOrExternal);
    const decided = await this.candidates.decide(candidateId, cause, (candidate) => addAddress(candidate, address));
    if (!decided.ok) return decided;
    const warnings = await this.known.warnings({ companyId, candidateId, addresses: [address] }, decided.value.position);
    return allow({ ...decided.value, warnings });
  }
}
