import type { SentContent } from '../sending/sent-content.js';

/** Everything that the header of a mail of ours says. Addresses and names are already bounded and free of control characters. */
export interface MailToCompose {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  /** Absent where answers go to the From address. */
  readonly replyTo?: string;
  readonly subject: string;
  /** With angle brackets, as in every field of Message-IDs. */
  readonly messageId: string;
  readonly inReplyTo?: string;
  /** Our token first (D12). */
  readonly references: readonly string[];
  readonly date: Date;
  /** Absent on a person's mail (RFC 3834). */
  readonly automatic?: 'auto-generated' | 'auto-replied';
  readonly content: SentContent;
}

export interface MailComposer {
  /** The bytes of an RFC 5322 mail, signed where the service has a DKIM key. */
  compose(mail: MailToCompose): Promise<Uint8Array>;
}
export const MailComposer = Symbol('MailComposer');
