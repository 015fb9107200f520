import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { normalAddress } from '#kernel/email-address.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { externalIdentity } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import { answerAutomatically, automaticAnswer } from '../../domain/automatic-answer/answer-automatically.js';
import { AutomaticAnswerStreams } from '../ports/automatic-answers.port.js';

/** S15: decided on a stream named by the address's HMAC, so that two answers at the same moment are one. */
@Injectable()
export class AutomaticAnswerLimit {
  constructor(
    @Inject(AutomaticAnswerStreams) private readonly answers: AutomaticAnswerStreams,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes the turn of this message before it is queued: a crash in between costs an answer, never sends two. Taking it again is taking it once. */
  async take(address: string, outboundMessageId: string, cause: Cause) {
    const id = await externalIdentity(this.keys, cause.companyId, 'automatic-answer', normalAddress(address));
    const now = this.clock.now();
    const first = await this.answers.begin(id, unconditionally(cause), automaticAnswer(outboundMessageId, now));
    if (first.ok || first.refusal.reason !== 'exists-already') return first;
    return this.answers.decide(id, unconditionally(cause), (answers) => answerAutomatically(answers, outboundMessageId, now));
  }
}
