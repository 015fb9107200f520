import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Candidates } from '../../../candidates/public/candidates.js';
import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';
import { setApplication } from '../../domain/inbound-message/set-application.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { ofApplication } from './assignees.js';
import { SetApplication } from './set-application.command.js';

@CommandHandler(SetApplication)
export class SetApplicationHandler implements ICommandHandler<SetApplication> {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(Candidates) private readonly candidates: Candidates,
  ) {}

  async execute({ messageId, applicationId: named, subsidiaries, cause }: SetApplication) {
    const asked = await this.messages.ask(messageId, cause, within(subsidiaries, candidateOf));
    if (!asked.go) return asked.answer;
    const applicationId = await this.candidates.resolveApplicationId(cause.companyId, named);
    const candidate = await this.candidates.candidate(cause.companyId, asked.found, subsidiaries);
    const application = candidate?.applications.find((one) => one.applicationId === applicationId);
    if (application === undefined) return refuse('application-unknown', { field: 'applicationId' });
    const subsidiary = ofApplication(application.subsidiaryId);
    return this.messages.decide(messageId, cause, (message) => {
      // Reassigned meanwhile: the application would be another person's.
      const still = candidateOf(message);
      if (still.ok && still.value !== asked.found) return refuse('changed-meanwhile');
      return setApplication(message, applicationId, subsidiary);
    });
  }
}

function candidateOf({ place }: InboundMessage) {
  return place.is === 'with-candidate' ? allow(place.candidateId) : refuse('not-assigned');
}
