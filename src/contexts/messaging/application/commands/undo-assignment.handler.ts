import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { undoAssignment } from '../../domain/inbound-message/undo-assignment.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { UndoAssignment } from './undo-assignment.command.js';

@CommandHandler(UndoAssignment)
export class UndoAssignmentHandler implements ICommandHandler<UndoAssignment> {
  constructor(@Inject(InboundMessages) private readonly messages: InboundMessages) {}

  execute({ messageId, subsidiaries, cause }: UndoAssignment) {
    return this.messages.decide(messageId, cause, within(subsidiaries, undoAssignment));
  }
}
