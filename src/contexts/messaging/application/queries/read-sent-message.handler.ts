import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { isSeenBy } from '../../domain/outbound-message/subsidiary.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SendingWarnings } from '../sending/sending-warnings.js';
import { ReadSentMessage } from './read-sent-message.query.js';
import { sentMessageView } from './sent-message.js';

@QueryHandler(ReadSentMessage)
export class ReadSentMessageHandler implements IQueryHandler<ReadSentMessage> {
  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    private readonly warnings: SendingWarnings,
  ) {}

  async execute({ messageId, caller }: ReadSentMessage) {
    const loaded = await this.messages.load(caller.companyId, messageId);
    if (loaded === undefined || !isSeenBy(caller.subsidiaries, loaded.state.queued.subsidiaryId)) return refuse('not-found');
    const view = sentMessageView(messageId, loaded);
    return allow({ ...view, warnings: await this.warnings.about(caller.companyId, view.to, view.subsidiaryId) });
  }
}
