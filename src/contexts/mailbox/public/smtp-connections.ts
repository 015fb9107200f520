import type { SmtpSettings } from '../domain/recruiting-mailbox/channel.js';

/** An SMTP connection with the password that opens it: for one use, never to be kept, logged or shown. */
export interface SmtpConnection extends SmtpSettings {
  readonly mailboxId: string;
  /** What applicants see as sender, and the envelope sender that the server took when the connection was made (R71). */
  readonly individualAddress: string;
  readonly password: string;
  /** Another one after every change of the connection: sessions of the former one are not used again. */
  readonly connectionId: string;
}

export interface SmtpConnections {
  /** The connection of that mailbox as it stands now; `undefined` where it has none, or its password is destroyed. */
  find(companyId: string, mailboxId: string): Promise<SmtpConnection | undefined>;
}
export const SmtpConnections = Symbol('SmtpConnections');
