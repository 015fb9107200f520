import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { nameBasedId } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import { isDoubted, settleDoubted, type Word } from '../../domain/outbound-message/settle-doubted.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SentRows } from '../ports/sent-rows.port.js';
import { SendingWarnings } from '../sending/sending-warnings.js';
import { SettleDoubtedMessages } from './settle-doubted-messages.command.js';

/** In one command, so that it is answered within seconds however many there are. */
const most = 100;

@CommandHandler(SettleDoubtedMessages)
export class SettleDoubtedMessagesHandler implements ICommandHandler<SettleDoubtedMessages> {
  constructor(
    @Inject(EventStore) private readonly store: Pick<EventStore, 'head'>,
    @Inject(SentRows) private readonly sent: SentRows,
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    private readonly warnings: SendingWarnings,
  ) {}

  /** The rows only tell where to look; each message decides for itself, under a command id of its own. */
  async execute({ word, subsidiaries, cause }: SettleDoubtedMessages) {
    // Right after a restore the rows may be of another history still.
    const begun = await this.store.head();
    if (begun !== undefined) await this.sent.reached(begun);
    const uncertain = await this.uncertain(cause.companyId, subsidiaries);
    let [messages, looked] = [0, 0];
    for (const id of uncertain) {
      if (messages === most) break;
      looked += 1;
      if (await this.settle(id, word, cause)) messages += 1;
    }
    const position = await this.store.head();
    return allow({
      messages,
      left: looked < uncertain.length,
      ...(position === undefined ? {} : { position }),
      warnings: await this.warnings.about(cause.companyId, undefined),
    });
  }

  private async uncertain(companyId: string, subsidiaries: readonly string[] | undefined): Promise<readonly string[]> {
    const all = this.sent.rows
      .selectFrom('sent_messages')
      .select('outbound_message_id')
      .where('company_id', '=', companyId)
      .where('state', '=', 'uncertain');
    const seen = subsidiaries === undefined ? all : all.where('subsidiary_id', 'in', subsidiaries);
    return (await seen.orderBy('nth').execute()).map((row) => row.outbound_message_id);
  }

  private async settle(id: string, word: Word, cause: Cause): Promise<boolean> {
    const loaded = await this.messages.load(cause.companyId, id);
    if (loaded === undefined || !isDoubted(loaded.state)) return false; // Uncertain for a reason of its own, or settled singly meanwhile.
    const own = { ...unconditionally(cause), commandId: nameBasedId('each', cause.commandId, id) };
    const settled = await this.messages.decide(id, own, (message) => settleDoubted(message, word));
    return settled.ok;
  }
}
