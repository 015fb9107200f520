import type { Channel } from '../../../mailbox/public/index.js';
import type { MailTransport } from '../../application/ports/mail-transport.port.js';
import type { MailTransports } from '../../application/ports/mail-transports.port.js';

export class TransportsByChannel implements MailTransports {
  constructor(private readonly transports: Readonly<Record<Channel, MailTransport>>) {}

  of(channel: Channel): MailTransport {
    return this.transports[channel];
  }

  named(name: MailTransport['name']): MailTransport | undefined {
    return Object.values(this.transports).find((transport) => transport.name === name);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.transports).map((transport) => transport.close()));
  }
}
