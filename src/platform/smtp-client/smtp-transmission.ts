/** How far a conversation with a server had come. */
export type SmtpStage = 'connect' | 'tls' | 'login' | 'sender' | 'recipient' | 'content' | 'after-content';

/** Why a server gave no reply. `smtputf8-not-offered`: it was not asked, because it cannot be told the address (RFC 6531). */
export type SmtpFault =
  | 'refused-connection'
  | 'host-unknown'
  | 'not-smtp'
  | 'tls-failed'
  | 'timeout'
  | 'connection-lost'
  | 'interrupted'
  | 'smtputf8-not-offered';

export interface SmtpFailure {
  readonly stage: SmtpStage;
  /** The server's reply, where it gave one. */
  readonly reply?: { readonly code: number; readonly enhanced?: string };
  readonly fault?: SmtpFault;
  /** The library's own word for a fault of the connection, such as `CERT_HAS_EXPIRED`. */
  readonly detail?: string;
  /** Whether the content had been read to its end: only then can the server have all of it. */
  readonly contentLeft: boolean;
}

/** How offering one mail ended. `words` are the server's own, personal, and no part of logs. */
export type SmtpTransmission =
  { readonly ok: true; readonly words: string } | { readonly ok: false; readonly failure: SmtpFailure; readonly words?: string };

/** One mail for one recipient: bytes that do not change from try to try. */
export interface SmtpMail {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly bytes: Uint8Array;
}
