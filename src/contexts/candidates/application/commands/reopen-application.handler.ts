import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
import { reopenApplication } from '../../domain/candidate/reopen-application.js';
import { ApplicationIds } from '../application-ids.js';
import { CandidateIds } from '../candidate-ids.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { ReopenApplication } from './reopen-application.command.js';

@CommandHandler(ReopenApplication)
export class ReopenApplicationHandler implements ICommandHandler<ReopenApplication> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly candidateIds: CandidateIds,
    private readonly applicationIds: ApplicationIds,
  ) {}

  async execute({ candidateId, applicationId, cause }: ReopenApplication) {
    const id = await this.candidateIds.resolve(cause.companyId, candidateId);
    const application = await this.applicationIds.resolve(cause.companyId, applicationId);
    const rule = whereSeen(cause.subsidiaries, (candidate) => reopenApplication(candidate, application));
    return this.candidates.decide(id, cause, rule);
  }
}
