import type { SmtpSettings } from '../../domain/recruiting-mailbox/channel.js';

/** How far a server was followed, in the order in which it is. */
export type ProbeStage = 'host' | 'connect' | 'tls' | 'login' | 'sender' | 'recipient';

/** Why a server cannot be used; each has a sentence and a way out of its own. */
export type ProbeFailure =
  | 'host-not-found'
  | 'host-not-allowed'
  | 'port-not-allowed'
  | 'server-unreachable'
  | 'server-timed-out'
  | 'no-smtp-server'
  | 'server-refuses-us'
  | 'refused-for-now'
  | 'connection-lost'
  | 'tls-not-offered'
  | 'tls-failed'
  | 'certificate-refused'
  | 'login-not-offered'
  | 'login-refused'
  | 'sender-refused'
  | 'recipient-refused';

/** What was found out, whole enough to be forwarded to whoever runs the server (R87, R88). */
export interface Probed {
  /** The last stage that was tried. */
  readonly stage: ProbeStage;
  /** SMTP reply code with the enhanced one, such as `535 5.7.139`. */
  readonly code?: string;
  /** The server's own words, only after a valid greeting (providers: a test must be no port scanner), with every secret taken out. */
  readonly words?: string;
  /** Of a certificate or a connection that failed: the library's own word, such as `CERT_HAS_EXPIRED`; `smtputf8-not-offered` where the server cannot be told the sender (RFC 6531). */
  readonly fault?: string;
}

export interface SmtpProbe {
  /**
   * Resolves, connects, negotiates TLS, logs in, offers `sender` as sender and recipient (R71) and resets; nothing is sent. Answers within 25 s: 5 for the name, 20 for the conversation.
   */
  reach(settings: SmtpSettings, sender: string, password: string): Promise<ProbeAnswer>;
}
export const SmtpProbe = Symbol('SmtpProbe');

export type ProbeAnswer =
  { readonly ok: true; readonly probed: Probed } | { readonly ok: false; readonly why: ProbeFailure; readonly probed: Probed };
