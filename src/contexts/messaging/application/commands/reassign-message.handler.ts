import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reassignMessage } from '../../domain/inbound-message/reassign-message.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { ReassignMessage } from './reassign-message.command.js';
import { Assignees } from './assignees.js';

@CommandHandler(ReassignMessage)
export class ReassignMessageHandler implements ICommandHandler<ReassignMessage> {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(Assignees) private readonly assignees: Assignees,
  ) {}

  async execute({ messageId, named, teachAddress, subsidiaries, cause }: ReassignMessage) {
    const assignee = await this.assignees.find(cause.companyId, named, subsidiaries);
    if (!assignee.ok) return assignee;
    const assignment = { ...assignee.value, teachAddress };
    return this.messages.decide(
      messageId,
      cause,
      within(subsidiaries, (message) => reassignMessage(message, assignment)),
    );
  }
}
