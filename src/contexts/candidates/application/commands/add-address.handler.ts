import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { addAddress } from '../../domain/candidate/add-address.js';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
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
    const { companyId, subsidiaries } = cause;
    const candidateId = await this.candidateIds.resolve(companyId, idOrExternal);
    const rule = whereSeen(cause.subsidiaries, (candidate) => addAddress(candidate, address));
    const decided = await this.candidates.decide(candidateId, cause, rule);
    if (!decided.ok) return decided;
    const warnings = await this.known.warnings({ companyId, candidateId, subsidiaries, addresses: [address] }, decided.value.position);
    return allow({ ...decided.value, warnings });
  }
}
