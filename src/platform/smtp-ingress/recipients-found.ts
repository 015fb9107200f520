import type { SMTPServerSession } from 'smtp-server';
import type { Envelope } from './mail-reception.port.js';

/** Which company each accepted recipient of a session's mail belongs to. smtp-server makes a new envelope for every mail, so nothing outlives it. */
export class RecipientsFound {
  private readonly companies = new WeakMap<SMTPServerSession['envelope'], Map<string, string>>();

  add({ envelope }: SMTPServerSession, address: string, companyId: string): void {
    const found = this.companies.get(envelope) ?? new Map<string, string>();
    found.set(address, companyId);
    this.companies.set(envelope, found);
  }

  envelopeOf(session: SMTPServerSession): Envelope {
    const { mailFrom, rcptTo } = session.envelope;
    const found = this.companies.get(session.envelope);
    return {
      sender: mailFrom === false ? '' : mailFrom.address,
      recipients: rcptTo.flatMap(({ address }) => {
        const companyId = found?.get(address);
        return companyId === undefined ? [] : [{ address, companyId }];
      }),
      client: {
        address: session.remoteAddress,
        helo: session.hostNameAppearsAs.slice(0, 255),
        ...(session.tlsOptions !== false && { tls: `${session.tlsOptions.version} ${session.tlsOptions.name}` }),
      },
    };
  }
}
