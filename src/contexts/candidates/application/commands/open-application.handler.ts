import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
import { type NewApplication, openApplication } from '../../domain/candidate/open-application.js';
import { ApplicationIds } from '../application-ids.js';
import { ApplicationSubsidiary } from '../application-subsidiary.js';
import { CandidateIds } from '../candidate-ids.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { OpenApplication } from './open-application.command.js';

@CommandHandler(OpenApplication)
export class OpenApplicationHandler implements ICommandHandler<OpenApplication> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly candidateIds: CandidateIds,
    private readonly applicationIds: ApplicationIds,
    private readonly subsidiary: ApplicationSubsidiary,
  ) {}

  async execute({ candidateId: idOrExternal, application, cause }: OpenApplication) {
    const candidateId = await this.candidateIds.resolve(cause.companyId, idOrExternal);
    const { subsidiaryId: asked, ...rest } = application;
    const wanted = { ...rest, applicationId: this.applicationIds.fresh(cause) };
    const rule = whereSeen(cause.subsidiaries, (_, candidate) => openApplication(candidate, wanted));
    const may = await this.candidates.ask(candidateId, cause, rule);
    if (!may.go) return answerOf(may.answer, wanted);

    const subsidiary = await this.subsidiary.find(cause, asked);
    if (!subsidiary.ok) return subsidiary;
    const named = subsidiary.value === undefined ? wanted : { ...wanted, subsidiaryId: subsidiary.value };
    return answerOf(await this.open(candidateId, named, cause), named);
  }

  /** Claim, then event: what fails in between is released here, or by `application_claims_to_settle` where a crash was faster. */
  private async open(candidateId: string, application: NewApplication, cause: Cause) {
    const claimed = await this.applicationIds.claim({ ...application, candidateId }, cause);
    if (!claimed.ok) return claimed;
    const opened = await this.candidates.decide(candidateId, cause, (candidate) => openApplication(candidate, application));
    if (!opened.ok) await this.applicationIds.release(cause.companyId, application);
    return opened;
  }
}

function answerOf<Reason extends string>(answer: Outcome<Receipt, Reason>, { applicationId }: NewApplication) {
  return answer.ok ? allow({ ...answer.value, applicationId }) : answer;
}
