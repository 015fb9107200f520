import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/clock.js';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
import { withdrawApplication } from '../../domain/candidate/withdraw-application.js';
import { ApplicationIds } from '../application-ids.js';
import { CandidateIds } from '../candidate-ids.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { WithdrawApplication } from './withdraw-application.command.js';

@CommandHandler(WithdrawApplication)
export class WithdrawApplicationHandler implements ICommandHandler<WithdrawApplication> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly candidateIds: CandidateIds,
    private readonly applicationIds: ApplicationIds,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ candidateId, applicationId, cause }: WithdrawApplication) {
    const id = await this.candidateIds.resolve(cause.companyId, candidateId);
    const application = await this.applicationIds.resolve(cause.companyId, applicationId);
    const rule = whereSeen(cause.subsidiaries, (candidate) => withdrawApplication(candidate, application, this.clock.now()));
    return this.candidates.decide(id, cause, rule);
  }
}
