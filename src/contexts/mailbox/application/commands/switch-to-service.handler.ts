import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { switchToService } from '../../domain/recruiting-mailbox/switch-to-service.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { SwitchToService } from './switch-to-service.command.js';

@CommandHandler(SwitchToService)
export class SwitchToServiceHandler implements ICommandHandler<SwitchToService> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
  ) {}

  async execute({ subsidiary, waitingMail, cause }: SwitchToService) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    return this.mailboxes.decide(found.value.mailboxId, cause, (mailbox) => switchToService(mailbox, waitingMail));
  }
}
