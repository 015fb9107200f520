import { Inject, Injectable } from '@nestjs/common';
import { allow } from '#kernel/decision.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { unconditionally } from '#platform/event-store/cause.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Queued } from '../commands/send-message.command.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SendingWarnings } from './sending-warnings.js';

/** What a command that queues a message answers: made from its own event, so that a repeat hears the same. */
@Injectable()
export class QueuedAnswers {
  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    private readonly warnings: SendingWarnings,
  ) {}

  /** The answer of the first time, where this command was carried out before; `undefined` where it is new. */
  async before(id: string, cause: Cause): Promise<Outcome<Receipt & Queued> | undefined> {
    const asked = await this.messages.ask(id, unconditionally(cause), allow);
    if (asked.go || (!asked.answer.ok && asked.answer.refusal.reason === 'not-found')) return undefined;
    return asked.answer.ok ? this.of(id, asked.answer.value, cause) : asked.answer;
  }

  async of(messageId: string, receipt: Receipt, { companyId, onBehalfOf }: Cause): Promise<Outcome<Receipt & Queued>> {
    const queued = (await this.messages.load(companyId, messageId))?.state.queued;
    if (queued === undefined) throw new Error('A message that was just queued is not there.');
    const to = queued.to.read({ known: (address) => address, erased: () => undefined });
    const unknown = onBehalfOf !== undefined && queued.writerId === undefined;
    const warnings = [
      ...(await this.warnings.about(companyId, to, queued.subsidiaryId)),
      ...(unknown ? (['writer-unknown'] as const) : []),
    ];
    return allow({ ...receipt, messageId, state: 'queued', size: queued.size, to: to ?? '', warnings });
  }
}
