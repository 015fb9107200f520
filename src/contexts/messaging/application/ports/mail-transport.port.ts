import type { TransmissionFailure } from '../../domain/outbound-message/what-follows.js';

/** What a transport can do; what leaves must fit it. */
export interface TransportCapabilities {
  /** Octets of the largest mail it takes; absent: no limit of its own. */
  readonly largest?: number;
  /** The same message given twice is one: an attempt cut off by a crash is simply made again. */
  readonly repeatable: boolean;
  /** Whether mail leaves this machine (decision "The local outbox"). */
  readonly leaves: boolean;
  /** Whether the receiver sees our envelope sender, Message-ID and display name (D12). */
  readonly keeps: { readonly envelope: boolean; readonly messageId: boolean; readonly displayName: boolean };
}

/** One mail, composed: bytes that do not change from try to try. */
export interface OutgoingMail {
  readonly companyId: string;
  readonly outboundMessageId: string;
  /** Whose channel it leaves over. */
  readonly mailboxId: string;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly bytes: Uint8Array;
}

/** How a transmission ended. `words` are the server's own, personal, and no part of logs. */
export type Transmission =
  | { readonly ok: true; readonly end: 'accepted'; readonly words?: string }
  | { readonly ok: true; readonly end: 'written-to-local-outbox'; readonly file: string }
  | { readonly ok: false; readonly failure: TransmissionFailure; readonly words?: string };

/** What carries a channel's mail. */
export interface MailTransport {
  readonly name: 'local-outbox' | 'relay' | 'smtp';
  readonly capabilities: TransportCapabilities;

  /**
   * Offers the mail to one recipient. `beforeContent` is awaited before the first octet of the content leaves: once it was called the outcome may be uncertain,
   * until then every failure is certain. Where it throws, nothing leaves and `send` throws the same error. Otherwise `send` never throws, and
   * answers within bounded time; `signal` cuts it short.
   */
  send(mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission>;

  /** Ends idle connections. */
  close(): Promise<void>;
}
