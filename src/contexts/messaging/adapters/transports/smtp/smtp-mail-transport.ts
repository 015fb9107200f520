import type { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { secretsOf, serverOf } from '#platform/smtp-client/server-of.js';
import { SmtpSender } from '#platform/smtp-client/smtp-sender.js';
import type { SmtpTimes } from '#platform/smtp-client/smtp-times.js';
import type { SmtpConnections } from '../../../../mailbox/public/index.js';
import type { MailTransport, OutgoingMail, Transmission } from '../../../application/ports/mail-transport.port.js';
import type { TransmissionFailure } from '../../../domain/outbound-message/what-follows.js';
import { transmissionOf } from '../transmission-of.js';

/** A company's own server, as its connection stands when the mail leaves. */
export class SmtpMailTransport implements MailTransport {
  readonly name = 'smtp';
  /** The envelope sender is the individual address, because the server takes no other; it alone knows how large a mail may be. */
  readonly capabilities = { repeatable: false, leaves: true, keeps: { envelope: false, messageId: true, displayName: true } };
  private readonly sender: SmtpSender;

  constructor(
    private readonly connections: SmtpConnections,
    private readonly hosts: TenantHosts,
    private readonly authorities: readonly string[],
    ownName: string,
    times?: SmtpTimes,
  ) {
    this.sender = new SmtpSender(ownName, times);
  }

  async send(mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission> {
    const connection = await this.connections.find(mail.companyId, mail.mailboxId);
    if (connection === undefined) return failed({ stage: 'login', fault: 'login-missing', contentLeft: false });
    // At every delivery: a name that led outside when it was entered may lead inside by now (S36).
    const found = await this.hosts.find(connection.host, connection.port);
    if (!found.ok)
      return failed({
        stage: 'connect',
        fault: found.refusal.reason === 'host-not-found' ? 'host-unknown' : 'host-not-allowed',
        contentLeft: false,
      });
    const { password, connectionId } = connection;
    const server = serverOf(connection, password, found.value, this.authorities);
    return transmissionOf(
      await this.sender.send(connectionId, server, mail, beforeContent, signal),
      secretsOf(connection.account, password),
    );
  }

  close(): Promise<void> {
    return this.sender.close();
  }
}

function failed(failure: TransmissionFailure): Transmission {
  return { ok: false, failure };
}
