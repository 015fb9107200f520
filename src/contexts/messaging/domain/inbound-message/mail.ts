import type { Person } from './events.js';
import type { DeliveryReport } from './delivery-report.js';
import type { OwnMarks } from './own-marks.js';

/** A header field, its name in lower case, its value unfolded; encoded words as they stand. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** The header of a message that came back inside this one (message/rfc822, text/rfc822-headers, or quoted below a report). */
export interface ReturnedMessage {
  readonly messageId?: string;
  readonly subject?: string;
  readonly from: readonly Person[];
  readonly to: readonly Person[];
}

/**
 * What the parser found in a mail, as the classifier and the ladder see it. All of it is what the sender claims; nothing is proven.
 * Message-IDs keep their angle brackets. Every list and text is bounded (`parsing/bounds.ts`).
 */
export interface Mail {
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  /** Newest first, at most 32. */
  readonly references: readonly string[];
  /** Header From as it stands: more or fewer than one identifies nobody. */
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly replyTo: readonly Person[];
  /** Delivered-To, X-Original-To and Envelope-To. */
  readonly deliveredTo: readonly Person[];
  /** X-Forwarded-To and X-Forwarded-For (Gmail). */
  readonly forwardedTo: readonly Person[];
  readonly subject: string;
  /** `Date:`, UTC ISO 8601; absent where it is none. */
  readonly claimedDate?: string;
  /** In the order of the mail. */
  readonly headers: readonly HeaderField[];
  /** Of the top level, lower case, without parameters; "" where the mail has none. */
  readonly contentType: string;
  /** `report-type` of a multipart/report, lower case. */
  readonly reportType?: string;
  /** The text part, or text derived from the HTML; "" where there is neither. */
  readonly text: string;
  /** message/delivery-status (RFC 3464), wherever in the mail. */
  readonly deliveryReport?: DeliveryReport;
  /** message/feedback-report (RFC 5965): `Feedback-Type`, lower case. */
  readonly feedbackType?: string;
  readonly returned?: ReturnedMessage;
  /** The outermost block that the text forwards, and the address that it says wrote it; only a claim of who forwards. */
  readonly forwarded?: { readonly from?: string };
  /** Marks of ours anywhere in the content: text, HTML, reports, returned messages, texts attached. Found by form, not looked up. */
  readonly quoted: OwnMarks;
}
