import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { nameBasedId } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Candidates, type NewCandidate } from '../../../candidates/public/candidates.js';
import { assignMessage } from '../../domain/inbound-message/assign-message.js';
import { candidateOfMessage } from '../../domain/inbound-message/candidate-of-message.js';
import { mayBeAssigned } from '../../domain/inbound-message/may-be-assigned.js';
import { within } from '../../domain/inbound-message/subsidiary.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { ofApplication } from './assignees.js';
import { type CandidateMade, MakeCandidate } from './make-candidate.command.js';
import { offeredDocuments } from './offered-documents.js';

@CommandHandler(MakeCandidate)
export class MakeCandidateHandler implements ICommandHandler<MakeCandidate> {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(Candidates) private readonly candidates: Candidates,
  ) {}

  async execute({ messageId, told, subsidiaries, cause }: MakeCandidate): Promise<Outcome<Receipt & CandidateMade>> {
    const asked = await this.messages.ask(messageId, cause, within(subsidiaries, mayBeAssigned));
    if (!asked.go && !asked.answer.ok) return asked.answer;
    const loaded = await this.messages.load(cause.companyId, messageId);
    const wanted = candidateOfMessage(loaded?.state, told);
    if (!wanted.ok) return wanted;

    const registered = await this.candidates.register(wanted.value, ofMessage(messageId, cause));
    if (!registered.ok) return registered;
    const { candidateId, applicationId } = registered.value;
    const assignment = { candidateId, ...(applicationId !== undefined && { applicationId }), teachAddress: false };
    const subsidiary = ofApplication(wanted.value.application?.subsidiaryId);
    // A repeat under the same command id is answered here as the first time; after a crash it finishes what the first began.
    const assigned = await this.messages.decide(messageId, cause, (message) => assignMessage(message, { ...assignment, subsidiary }));
    if (!assigned.ok) return assigned;
    const made = { candidateId, ...(applicationId !== undefined && { applicationId }) };
    const warnings = [...registered.value.warnings, ...(await this.madeBefore(cause.companyId, candidateId, wanted.value))];
    return allow({ ...assigned.value, ...made, warnings, documents: offeredDocuments(loaded?.state.classified) });
  }

  /** The person exists already under another name: this message made them once. */
  private async madeBefore(companyId: string, candidateId: string, wanted: NewCandidate) {
    const candidate = await this.candidates.candidate(companyId, candidateId);
    return candidate === undefined || candidate.name === wanted.name
      ? []
      : [{ warning: 'made-before' as const, candidateIds: [candidateId] }];
  }
}

/** S32: whoever repeats it, under whichever key: one message makes one candidate. */
function ofMessage(messageId: string, cause: Cause): Cause {
  const commandId = nameBasedId('candidate-of-message', cause.companyId, messageId);
  return { ...unconditionally(cause), commandId, bodyDigest: '' };
}
