import { accept, refuse } from '#kernel/decision.js';
import type { BounceMarkCleared } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** A person says that the address is good after all: it warns no longer (S17). */
export function clearBounceMark(message: OutboundMessage) {
  if (!message.marksAddress) return refuse('address-not-marked');
  return accept<BounceMarkCleared>({ type: 'BounceMarkCleared', data: {} });
}
