import { waitsForItsChannel, waitsForRepair } from '../../domain/outbound-message/reasons-to-wait.js';
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
      return `${whyHeld[message.reason] ?? `Held back (${message.reason}); it can be sent by send-again`}, or cancelled; nothing has left.`;
    case 'uncertain':
      return `Nobody knows whether the server took it (${message.reason}). Say confirm-delivered if it arrived, else send-again.`;
    case 'accepted':
      return acceptance(message);
    case 'written-to-local-outbox':
      return `Written to the local outbox as ${message.file}; nothing left this machine.`;
    case 'rejected':
      return whyRejected(message.reason);
    case 'given-up':
      return `Given up after 5 days (${message.reason}); it did not arrive. It can be resent to another address of the person, or written anew.`;
    case 'cancelled':
      return 'Cancelled before it left.';
  }
}

/** What ends the waiting, by itself or by a person. */
const whyHeld: Readonly<Record<string, string>> = {
  'only-deliver-to':
    'Held back because this installation delivers to certain addresses only (POSTSTELLE_ONLY_DELIVER_TO); it can be sent by send-again once this is one of them',
  [waitsForRepair]:
    'Waits because the company’s own connection needed attention; it leaves by itself once that works and is active, or by send-again where it has become old by then; over the service once switch-to-service says so with waitingMail send-by-service',
  [waitsForItsChannel]:
    'Waits because it was written for the company’s own connection, which was switched off and told to keep its mail; it leaves once that is active again, over the service by send-again, or with all others once switch-to-service says so with waitingMail send-by-service',
  'too-large-for-channel':
    'Held back because it is larger than the server of its channel takes; it can be sent by send-again once that takes more, or over another channel',
};

function whyRejected(reason: string): string {
  switch (reason) {
    case 'smtputf8-not-offered':
      return 'Not sent (smtputf8-not-offered): its address has letters before the @ that are not ASCII, and the server of its channel takes no such address. The address may be good all the same. It can be resent to another address of the person, or written anew once the server offers SMTPUTF8 (RFC 6531).';
    case 'recipient-refused':
      return `Refused for good (${reason}); it did not arrive. It can be resent to a corrected address.`;
    default:
      return `Refused for good (${reason}); it did not arrive. What the server said stands in its last try; it can be written anew, or resent to another address of the person.`;
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
