import type { OutboundMessage } from '../../domain/outbound-message/outbound-message.js';

/** What a person should know of where a message stands, and what can be done about it. */
export function explain(message: OutboundMessage): string {
  switch (message.state) {
    case 'queued':
      return 'Waits for its turn; nothing has left yet.';
    case 'deferred':
      return `Could not be handed over (${message.reason}); tried again at ${message.retryAt}.`;
    case 'attempting':
      return 'Is being handed over right now.';
    case 'held':
      return `Held back (${message.reason}); nothing has left. It goes on by send-again, or can be cancelled.`;
    case 'uncertain':
      return `Nobody knows whether the server took it (${message.reason}). Say confirm-delivered if it arrived, else send-again.`;
    case 'accepted':
      return acceptance(message);
    case 'written-to-local-outbox':
      return `Written to the local outbox as ${message.file}; nothing left this machine.`;
    case 'rejected':
      return `Refused for good (${message.reason}); it did not arrive. It can be resent to a corrected address.`;
    case 'given-up':
      return `Given up after 5 days (${message.reason}); it did not arrive. It can be resent.`;
    case 'cancelled':
      return 'Cancelled before it left.';
  }
}

/** A server's yes is not the person's inbox; what reports said later says more (S17, S18). */
function acceptance({ reports, ...message }: Extract<OutboundMessage, { state: 'accepted' }>): string {
  if (reports.bounced !== undefined) return 'Was taken by the server and came back later: it did not arrive.';
  if (reports.delivered !== undefined) return 'Was delivered, as the receiving side reported.';
  if (reports.delayed !== undefined) return 'Was taken by the server, which reports a delay and goes on trying.';
  return message.by === 'person'
    ? 'Arrived, as a person confirmed.'
    : 'Was taken by the server; what became of it afterwards is not known.';
}
