import { accept } from '#kernel/decision.js';
import type { MessageClassified } from './events.js';
import type { InboundMessage } from './inbound-message.js';

/** Once: the work may be done twice after a crash, the fact is recorded the first time, and what was quarantined stays a person's matter. */
export function recordClassification(message: InboundMessage, found: MessageClassified['data']) {
  if (message.place.is !== 'received') return accept();
  return accept<MessageClassified>({ type: 'MessageClassified', data: found });
}
