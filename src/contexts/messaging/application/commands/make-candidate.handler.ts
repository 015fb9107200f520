import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { nameBasedId } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import { type CandidateFacts, Candidates } from '../../../candidates/public/candidates.js';
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
    const candidate = await this.candidates.candidate(cause.companyId, candidateId);
    const application = candidate?.applications.find((one) => one.applicationId === applicationId);
    const made = { candidateId, ...(applicationId !== undefined && { applicationId }) };
    // A repeat under the same command id is answered here as the first time; after a crash it finishes what the first began.
    const assigned = await this.messages.decide(messageId, cause, (message) =>
      assignMessage(message, { ...made, subsidiary: ofApplication(application?.subsidiaryId), teachAddress: false }),
    );
    if (!assigned.ok) return assigned;
    const warnings = [...registered.value.warnings, ...madeBefore(candidate, wanted.value.name)];
    return allow({ ...assigned.value, ...made, warnings, documents: offeredDocuments(loaded?.state.classified) });
  }
}

/** The person exists already under another name: this message made them once. */
function madeBefore(candidate: CandidateFacts | undefined, name: string) {
  if (candidate === undefined || candidate.name === name) return [];
  return [{ warning: 'made-before' as const, candidateIds: [candidate.candidateId] }];
}

/** S32: whoever repeats it, under whichever key: one message makes one candidate. */
function ofMessage(messageId: string, cause: Cause): Cause {
  const commandId = nameBasedId('candidate-of-message', cause.companyId, messageId);
  return { ...unconditionally(cause), commandId, bodyDigest: '' };
}
