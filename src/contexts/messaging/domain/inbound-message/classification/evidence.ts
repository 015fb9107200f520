import type { MailKind } from '../events.js';
import type { Mail } from '../mail.js';

/** What the classifier looks at. */
export interface Arrived {
  readonly mail: Mail;
  /** RFC 5321 reverse path, "" for the null sender. Alone it proves nothing: a third of auto-replies have the null sender. */
  readonly envelopeSender: string;
  /** The mail's own Message-ID is that of a message this company sent: looked up in the message's stream, not in a projection. */
  readonly bearsOwnMessageId: boolean;
  /** The test of ours that its Message-ID proves it to be of. */
  readonly testId?: string;
}

/** One piece of hard evidence for what a mail is. `name` is stored with every decision that rests on it. */
export interface Evidence {
  readonly name: string;
  readonly proves: Exclude<MailKind, 'person'>;
  seenIn(arrived: Arrived): boolean;
}
