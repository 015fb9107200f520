import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assignMessage } from '../../domain/inbound-message/assign-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { AssignMessage } from './assign-message.command.js';
import { Assignees } from './assignees.js';

@CommandHandler(AssignMessage)
export class AssignMessageHandler implements ICommandHandler<AssignMessage> {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(Assignees) private readonly assignees: Assignees,
  ) {}

  async execute({ messageId, named, teachAddress, subsidiaries, cause }: AssignMessage) {
    const assignee = await this.assignees.find(cause.companyId, named, subsidiaries);
    if (!assignee.ok) return assignee;
    const assignment = { ...assignee.value, teachAddress };
    return this.messages.decide(
      messageId,
      cause,
      within(subsidiaries, (message) => assignMessage(message, assignment)),
    );
  }
}
