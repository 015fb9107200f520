import { Inject, Injectable, Logger } from '@nestjs/common';
import { serviceCause } from '#platform/event-store/cause.js';
import { Candidates } from '../../../candidates/public/candidates.js';
import type { InboundMessageEvent } from '../../domain/inbound-message/events.js';
import { senderOf } from '../../domain/inbound-message/sender.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';

/** Adds the address of an assigned message's sender to the candidate's (S40). */
@Injectable()
export class AddressTeacher {
  private readonly log = new Logger('Routing');

  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(Candidates) private readonly candidates: Candidates,
  ) {}

  /** A refusal (too many addresses, an erased candidate) is final: the assignment stands without it. */
  async teach(companyId: string, messageId: string): Promise<'done'> {
    const loaded = await this.messages.load(companyId, messageId);
    const address = loaded && senderOf(loaded.state);
    const lesson = lastLesson(loaded?.events ?? []);
    if (loaded?.state.place.is !== 'with-candidate' || address === undefined || lesson === undefined) return 'done';
    const { candidateId, nth } = lesson;
    // Which event it was makes each lesson a command of its own: taught, undone and taught again is twice.
    const cause = serviceCause(companyId, 'teach-address', `${messageId}@${String(nth)}`);
    const added = await this.candidates.addAddress(candidateId, address, cause);
    if (!added.ok) this.log.warn(`Candidate ${candidateId} was not taught the sender's address of ${messageId}: ${added.refusal.reason}.`);
    return 'done';
  }
}

/** To whom the last assignment teaches, if it does. */
function lastLesson(events: readonly InboundMessageEvent[]): { readonly candidateId: string; readonly nth: number } | undefined {
  const nth = events.findLastIndex(({ type }) => type === 'MessageAssigned' || type === 'MessageReassigned');
  const last = events[nth];
  const teaches = (last?.type === 'MessageAssigned' || last?.type === 'MessageReassigned') && last.data.teachesAddress;
  return teaches ? { candidateId: last.data.candidateId, nth } : undefined;
}
