import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { chooseSenderName } from '../../domain/recruiting-mailbox/choose-sender-name.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { ChooseSenderName } from './choose-sender-name.command.js';

@CommandHandler(ChooseSenderName)
export class ChooseSenderNameHandler implements ICommandHandler<ChooseSenderName> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
  ) {}

  async execute({ subsidiary, senderName, cause }: ChooseSenderName) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    return this.mailboxes.decide(found.value.mailboxId, cause, (mailbox) => chooseSenderName(mailbox, senderName));
  }
}
