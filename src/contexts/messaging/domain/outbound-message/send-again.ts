import { accept, refuse } from '#kernel/decision.js';
import type { MessageReleased } from './events.js';
import type { OutboundMessage } from './outbound-message.js';

/** A person's word that a held message may go, or that an uncertain one is to go once more, under the same Message-ID. */
export function sendAgain(message: OutboundMessage) {
  switch (message.state) {
    case 'held':
    case 'uncertain':
      return accept<MessageReleased>({ type: 'MessageReleased', data: { reason: 'send-again' } });
    case 'queued':
    case 'deferred':
    case 'attempting':
      return refuse('message-is-on-its-way', { facts: { state: message.state } });
    case 'rejected':
    case 'given-up':
      return refuse('message-failed-resend-it', { facts: { state: message.state } });
    case 'accepted':
    case 'written-to-local-outbox':
    case 'cancelled':
      return refuse('message-ended', { facts: { state: message.state } });
  }
}
