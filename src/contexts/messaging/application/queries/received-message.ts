import type { AttachmentNote, MailKind, Person, SubsidiaryFound } from '../../domain/inbound-message/events.js';
import type { Place } from '../../domain/inbound-message/place.js';
import type { Explained } from '../../domain/inbound-message/routing/explain.js';

/** How it came to where it is. */
export interface RoutingTold {
  /** Version of the rules, and the position of the history that they looked at. */
  readonly router: string;
  readonly at: string;
  readonly rules: readonly Explained[];
}

/** One received message, as it stands in its own stream. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly revision: bigint;
  /** UTC, ISO 8601; absent for the moment until lists know of the message. */
  readonly receivedAt?: string;
  /** `refused-too-large`: its sender was told so, and only its envelope is known. */
  readonly place: Place['is'] | 'refused-too-large';
  /** Why it waits, in words. */
  readonly reason?: string;
  readonly kind?: MailKind;
  /** Pieces of evidence that made it this kind, strongest first. */
  readonly evidence: readonly string[];
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  /** Of a refused mail, "" for the null sender; any other says itself who it is from. */
  readonly envelopeSender?: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly preview: string;
  readonly attachments: readonly (AttachmentNote & { readonly index: number })[];
  /** Octets of the raw mail; of a refused one as declared, or counted up to where the limit was passed. */
  readonly size: number;
  /** The most octets taken in when it was refused. */
  readonly limit?: number;
  /** The mail's own `Date:`, only a claim. */
  readonly claimedDate?: string;
  readonly unreadable?: string;
  readonly candidateId?: string;
  readonly applicationId?: string;
  readonly subsidiary?: SubsidiaryFound;
  readonly proposals: readonly string[];
  /** The sent message that it is about. */
  readonly about?: string;
  readonly assignedBy?: 'router' | 'person';
  readonly opened: boolean;
  readonly handled: boolean;
  /** UTC, ISO 8601. */
  readonly expiresAt?: string;
  readonly expiryNeedsConfirmation: boolean;
  readonly routing?: RoutingTold;
}
