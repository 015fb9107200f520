import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { removeAddress } from '../../domain/candidate/remove-address.js';
import { CandidateIds } from '../candidate-ids.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { RemoveAddress } from './remove-address.command.js';

@CommandHandler(RemoveAddress)
export class RemoveAddressHandler implements ICommandHandler<RemoveAddress> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly candidateIds: CandidateIds,
  ) {}

  async execute({ candidateId, address, cause }: RemoveAddress) {
    const id = await this.candidateIds.resolve(cause.companyId, candidateId);
    return this.candidates.decide(id, cause, (candidate) => removeAddress(candidate, address));
  }
}
