import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
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
    const rule = whereSeen(cause.subsidiaries, (candidate) => removeAddress(candidate, address));
    return this.candidates.decide(id, cause, rule);
  }
}
