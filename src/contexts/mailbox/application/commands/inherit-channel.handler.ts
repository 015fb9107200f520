import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { inheritChannel } from '../../domain/recruiting-mailbox/inherit-channel.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { InheritChannel } from './inherit-channel.command.js';

@CommandHandler(InheritChannel)
export class InheritChannelHandler implements ICommandHandler<InheritChannel> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
  ) {}

  async execute({ subsidiary, cause }: InheritChannel) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    return this.mailboxes.decide(found.value.mailboxId, cause, inheritChannel);
  }
}
