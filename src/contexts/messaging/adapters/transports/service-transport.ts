import type { MailTransport } from '../../application/ports/mail-transport.port.js';
import { LocalOutboxMailTransport } from './local-outbox/local-outbox-mail-transport.js';
import { RelayMailTransport } from './relay/relay-mail-transport.js';
import { relayFrom } from './relay/relay-url.js';

/** What carries the platform's own service: the operator's relay, or files where there is none. */
export function serviceTransport(relayUrl: string | undefined, outbox: string, ownName: string): MailTransport {
  return relayUrl === undefined ? new LocalOutboxMailTransport(outbox) : new RelayMailTransport(relayFrom(relayUrl), ownName);
}
