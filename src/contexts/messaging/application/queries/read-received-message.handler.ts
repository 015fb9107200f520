import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import type { Caller } from '#platform/http/asked.js';
import { isGone } from '../../domain/inbound-message/is-gone.js';
import { MessageRows } from '../ports/message-rows.port.js';
import { RefusedMails } from '../ports/refused-mails.port.js';
import { ReadReceivedMessage } from './read-received-message.query.js';
import { SeenMessages } from './seen-messages.js';
import { showReceivedMessage } from './show-received-message.js';
import { showRefusedMail } from './show-refused-mail.js';

@QueryHandler(ReadReceivedMessage)
export class ReadReceivedMessageHandler implements IQueryHandler<ReadReceivedMessage> {
  constructor(
    @Inject(SeenMessages) private readonly messages: SeenMessages,
    @Inject(RefusedMails) private readonly refused: RefusedMails,
    @Inject(MessageRows) private readonly lines: MessageRows,
  ) {}

  async execute({ messageId, caller }: ReadReceivedMessage) {
    const message = await this.message(messageId, caller);
    const shown = message.ok || message.refusal.reason === 'erased' ? message : await this.refusedMail(messageId, caller);
    if (!shown.ok) return shown;
    const receivedAt = await this.receivedAt(messageId);
    return allow({ ...shown.value, ...(receivedAt !== undefined && { receivedAt }) });
  }

  private async message(messageId: string, caller: Caller) {
    const found = await this.messages.find(messageId, caller);
    if (!found.ok) return found;
    return isGone(found.value.state) ? refuse('erased') : allow(showReceivedMessage(messageId, found.value, caller.actor));
  }

  /** It belongs to no subsidiary, so that a limited token never sees it. */
  private async refusedMail(messageId: string, { companyId, subsidiaries }: Caller) {
    const loaded = subsidiaries === undefined ? await this.refused.load(companyId, messageId) : undefined;
    if (loaded === undefined) return refuse('not-found');
    const shown = showRefusedMail(messageId, loaded);
    return shown === 'erased' ? refuse('erased') : allow(shown);
  }

  /** The stream tells what happened, its line when. */
  private async receivedAt(messageId: string): Promise<string | undefined> {
    const line = await this.lines.rows.selectFrom('messages').select('at').where('message_id', '=', messageId).executeTakeFirst();
    return line?.at;
  }
}
