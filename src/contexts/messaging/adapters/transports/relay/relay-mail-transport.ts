import { secretsOf } from '#platform/smtp-client/server-of.js';
import { SmtpSender } from '#platform/smtp-client/smtp-sender.js';
import type { SmtpServer } from '#platform/smtp-client/smtp-server.js';
import type { SmtpTimes } from '#platform/smtp-client/smtp-times.js';
import type { MailTransport, OutgoingMail, Transmission } from '../../../application/ports/mail-transport.port.js';
import { transmissionOf } from '../transmission-of.js';

/** The platform's own relay: mail leaves over SMTP. A lost reply leaves the outcome open, so it is not repeatable. */
export class RelayMailTransport implements MailTransport {
  readonly name = 'relay';
  readonly capabilities = { repeatable: false, leaves: true, keeps: { envelope: true, messageId: true, displayName: true } };
  private readonly sender: SmtpSender;

  constructor(
    private readonly relay: SmtpServer,
    ownName: string,
    times?: SmtpTimes,
  ) {
    this.sender = new SmtpSender(ownName, times);
  }

  async send(mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission> {
    const { login } = this.relay;
    const secrets = login === undefined ? [] : secretsOf(login.user, login.pass);
    return transmissionOf(await this.sender.send(mail.mailboxId, this.relay, mail, beforeContent, signal), secrets);
  }

  close(): Promise<void> {
    return this.sender.close();
  }
}
