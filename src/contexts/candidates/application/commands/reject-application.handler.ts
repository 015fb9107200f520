import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/clock.js';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
import { rejectApplication } from '../../domain/candidate/reject-application.js';
import { ApplicationIds } from '../application-ids.js';
import { CandidateIds } from '../candidate-ids.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { RejectApplication } from './reject-application.command.js';

@CommandHandler(RejectApplication)
export class RejectApplicationHandler implements ICommandHandler<RejectApplication> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly candidateIds: CandidateIds,
    private readonly applicationIds: ApplicationIds,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ candidateId, applicationId, cause }: RejectApplication) {
    const id = await this.candidateIds.resolve(cause.companyId, candidateId);
    const application = await this.applicationIds.resolve(cause.companyId, applicationId);
    const rule = whereSeen(cause.subsidiaries, (candidate) => rejectApplication(candidate, application, this.clock.now()));
    return this.candidates.decide(id, cause, rule);
  }
}
