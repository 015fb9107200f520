import { accept, refuse } from '#kernel/decision.js';
import type { MessageApplicationSet, SubsidiaryFound } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** Which of the candidate's applications the message is about, where the evidence left it open or was wrong. */
export function setApplication({ place }: InboundMessage, applicationId: string, subsidiary: SubsidiaryFound) {
  if (place.is !== 'with-candidate') return refuse('not-assigned');
  if (place.applicationId === applicationId) return accept<MessageApplicationSet>();
  return accept<MessageApplicationSet>({ type: 'MessageApplicationSet', data: { applicationId, subsidiary } });
}
