import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { chooseSenderName } from '../../domain/recruiting-mailbox/choose-sender-name.js';
import { parentMailboxId } from '../parent-mailbox-id.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { ChooseSenderName } from './choose-sender-name.command.js';

@CommandHandler(ChooseSenderName)
export class ChooseSenderNameHandler implements ICommandHandler<ChooseSenderName> {
  constructor(@Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes) {}

  execute({ senderName, cause }: ChooseSenderName) {
    return this.mailboxes.decide(parentMailboxId(cause.companyId), cause, (mailbox) => chooseSenderName(mailbox, senderName));
  }
}
