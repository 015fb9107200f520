import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { sendAgain } from '../../domain/outbound-message/send-again.js';
import { seenWithin } from '../../domain/outbound-message/subsidiary.js';
import { known } from '../delivery/opened.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { SendingWarnings } from '../sending/sending-warnings.js';
import { SendAgain } from './send-again.command.js';

@CommandHandler(SendAgain)
export class SendAgainHandler implements ICommandHandler<SendAgain> {
  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    private readonly warnings: SendingWarnings,
  ) {}

  async execute({ messageId, subsidiaries, cause }: SendAgain) {
    const released = await this.messages.decide(messageId, cause, seenWithin(subsidiaries, sendAgain));
    if (!released.ok) return released;
    const loaded = await this.messages.load(cause.companyId, messageId);
    const to = loaded && known(loaded.state.queued.to);
    return allow({ ...released.value, warnings: await this.warnings.about(cause.companyId, to, loaded?.state.queued.subsidiaryId) });
  }
}
