import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Candidates, type CandidateFacts } from '../../../candidates/public/index.js';
import { checkContent } from '../../domain/outbound-message/check-content.js';
import { chooseApplication } from '../../domain/outbound-message/choose-application.js';
import { chooseRecipient } from '../../domain/outbound-message/choose-recipient.js';
import { mayAnswer } from '../../domain/outbound-message/may-answer.js';
import { isSeenBy } from '../../domain/outbound-message/subsidiary.js';
import type { MessageWanted } from '../commands/send-message.command.js';
import { AddressMarks } from '../queries/address-marks.js';
import { type AnsweredMail, AnsweredMails } from './answered-mail.js';
import type { ToQueue } from './message-queue.js';
import { Writers } from './writers.js';

/** Asks every rule about a message that is wanted, before anything is written. */
@Injectable()
export class MessagePreparation {
  constructor(
    @Inject(Candidates) private readonly candidates: Candidates,
    @Inject(AddressMarks) private readonly marks: AddressMarks,
    private readonly answeredMails: AnsweredMails,
    private readonly writers: Writers,
  ) {}

  async prepare(wanted: MessageWanted, subsidiaries: readonly string[] | undefined, cause: Cause) {
    const { subject, content, automatic, answers } = wanted;
    const checked = checkContent({ subject, ...content });
    if (!checked.ok) return checked;
    const candidate = await this.candidate(cause.companyId, wanted.candidateId, subsidiaries);
    if (candidate === undefined) return refuse('not-found');
    const answered = await this.answered(cause, candidate.candidateId, wanted);
    if (!answered.ok) return answered;
    const named = await this.application(cause.companyId, wanted.applicationId);
    const application = applicationOf(candidate, named, answered.value?.applicationId, subsidiaries);
    if (!application.ok) return application;
    const to = await this.recipient(cause.companyId, candidate, wanted.to);
    if (!to.ok) return to;
    return allow<ToQueue>({
      ...application.value,
      candidateId: candidate.candidateId,
      to: to.value,
      subject,
      content,
      automatic,
      references: answered.value?.thread ?? [],
      ...(answers === undefined ? {} : { answers }),
      ...(await this.writer(cause)),
    });
  }

  /** As far as a token limited to `subsidiaries` sees the person. */
  async candidate(companyId: string, idOrExternal: string, subsidiaries?: readonly string[]): Promise<CandidateFacts | undefined> {
    return this.candidates.candidate(companyId, await this.candidates.resolveId(companyId, idOrExternal), subsidiaries);
  }

  async recipient(companyId: string, { candidateId, name, addresses }: CandidateFacts, to: string | undefined) {
    const lastUsed = to === undefined ? await this.marks.lastUsed(companyId, candidateId, addresses) : undefined;
    return chooseRecipient({ erased: name === undefined, addresses }, to, lastUsed);
  }

  async writer({ companyId, onBehalfOf }: Cause): Promise<{ readonly writerId?: string }> {
    const writerId = await this.writers.writerId(companyId, onBehalfOf);
    return writerId === undefined ? {} : { writerId };
  }

  private async application(companyId: string, idOrExternal: string | undefined): Promise<string | undefined> {
    return idOrExternal === undefined ? undefined : this.candidates.resolveApplicationId(companyId, idOrExternal);
  }

  private async answered({ companyId, subsidiaries }: Cause, candidateId: string, { answers, automatic }: MessageWanted) {
    if (answers === undefined) return allow<AnsweredMail | undefined>(undefined);
    const answered = await this.answeredMails.find(companyId, answers, subsidiaries);
    const allowed = mayAnswer(answered, candidateId, automatic);
    return allowed.ok ? allow(answered) : allowed;
  }
}

/** The one that is named, else that of the answered message where it is still the candidate's, else the only open one. */
function applicationOf(
  { applications }: CandidateFacts,
  named: string | undefined,
  answered: string | undefined,
  subsidiaries: readonly string[] | undefined,
) {
  const ofAnswered = applications.some(({ applicationId }) => applicationId === answered) ? answered : undefined;
  const application = chooseApplication(applications, named ?? ofAnswered);
  if (!application.ok) return application;
  if (!isSeenBy(subsidiaries, application.value?.subsidiaryId)) return refuse('not-found');
  if (application.value === undefined) return allow({});
  const { applicationId, subsidiaryId } = application.value;
  return allow(subsidiaryId === undefined ? { applicationId } : { applicationId, subsidiaryId });
}
