import type { AttachmentNote } from '../../domain/inbound-message/events.js';
import type { Mail } from '../../domain/inbound-message/mail.js';

/** An attachment, and where its bytes can be had: `AttachmentReader.read(raw, index)`. */
export interface ParsedAttachment extends AttachmentNote {
  /** From 0, in the order of the mail; stable for one parser version. */
  readonly index: number;
  /** The HTML refers to it by `cid:` or the mail marks it as part of the text. */
  readonly inline: boolean;
}

/**
 * What the parser found in a mail: the second encrypted blob, under the message's key, beside the raw bytes. Derived, so that a better
 * parser can make it anew; `format` tells readers which shape they hold.
 */
export interface ParsedMail {
  readonly format: 1;
  /** Of the parser and its options, raised with every change of what it finds. */
  readonly parserVersion: string;
  readonly mail: Mail;
  /** As it came, unsanitised: it is sanitised when it is served. */
  readonly html?: string;
  /** What was cut at a bound; the raw mail has the rest. */
  readonly truncated: readonly ('headers' | 'text' | 'html' | 'attachments')[];
  readonly attachments: readonly ParsedAttachment[];
  /**
   * Why the parser gave up (`too-many-parts`, `header-too-large`, ...): then everything above is what the raw text yielded, and a person
   * looks at the mail.
   */
  readonly unreadable?: string;
}
