import type { Position } from '#kernel/position.js';
import type { ReportVerdict } from '../delivery-report.js';
import type { MailKind } from '../events.js';

/** A field that names recipients. Reply-To is none: whoever writes the mail fills it in. */
export type RecipientField = 'envelope' | 'to' | 'cc' | 'delivered-to' | 'x-forwarded-to';

/** Plus part of our own service address, or of a reference in our own form: perhaps a token, until a look-up knows it. */
export interface TokenSeen {
  readonly token: string;
  readonly field: RecipientField | 'references';
}

/** A mail as far as the ladder looks at it. Addresses in normal form; nothing here has been looked up yet. */
export interface RoutableMail {
  readonly kind: MailKind;
  /** Every address of the header From; only exactly one identifies a sender. */
  readonly senders: readonly string[];
  /** Under this company's own service address only (S2, S4). */
  readonly tokens: readonly TokenSeen[];
  /** In-Reply-To and References, newest first, at most 32. */
  readonly answers: readonly string[];
  /** Ids and tokens found anywhere else in the mail: what a report quotes of the mail that it is about. */
  readonly quoted: { readonly messageIds: readonly string[]; readonly tokens: readonly string[] };
  /** Of a delivery report. */
  readonly report?: ReportVerdict;
  /** The block that somebody forwarded, and who wrote it, where it says so. */
  readonly forwarded?: { readonly from?: string };
  /** Subsidiaries whose tagged or individual address it was sent to. */
  readonly addressedSubsidiaries: readonly string[];
  /** It came over the company's own address, and perhaps over its own group. */
  readonly overOwnAddress: boolean;
  /** The parser gave up: what is known of the mail may be only part of it. */
  readonly unreadable: boolean;
  /** Mail to postmaster@ and abuse@ belongs to nobody's conversation. */
  readonly toOperator: boolean;
}

/** A message of ours. */
export interface Sent {
  readonly outboundMessageId: string;
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly subsidiaryId?: string;
}

export interface Conversation {
  readonly candidateId: string;
  readonly newest: Sent;
  /** Every application that its messages named, newest first. */
  readonly applicationIds: readonly string[];
}

export interface Application {
  readonly applicationId: string;
  readonly subsidiaryId?: string;
  /** Neither rejected nor withdrawn nor hired. */
  readonly open: boolean;
}

export interface AddressOwner {
  readonly candidateId: string;
  readonly erased: boolean;
  /** Those that do not count as closed (P2): a fresh rejection still reaches its person. */
  readonly applications: readonly Application[];
}

/** What look-ups said, inside the company that received the mail and at one position of the log. */
export interface Known {
  readonly at: Position;
  readonly conversation: (token: string) => Conversation | undefined;
  /** By the token of an envelope sender of ours. */
  readonly envelope: (token: string) => Sent | undefined;
  readonly message: (messageId: string) => Sent | undefined;
  readonly candidate: (candidateId: string) => AddressOwner | undefined;
  readonly ownersOf: (address: string) => readonly AddressOwner[];
  /** The address is the candidate's, was written to as such, or wrote mail that a person assigned to the candidate. */
  readonly tookPart: (candidateId: string, address: string) => boolean;
  readonly isEmployee: (address: string) => boolean;
}
