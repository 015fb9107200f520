import type { Position } from '#kernel/position.js';

/** A message of ours, as far as a look-up that decides may know it: opaque ids only. */
export interface SentMessage {
  readonly outboundMessageId: string;
  readonly candidateId: string;
  readonly applicationId?: string;
  readonly subsidiaryId?: string;
  readonly automatic: boolean;
}

/** What a conversation token stands for. */
export interface SentConversation {
  readonly candidateId: string;
  /** The newest message of the conversation. */
  readonly newest: SentMessage;
  /** Every application that messages of the conversation named, newest first. */
  readonly applicationIds: readonly string[];
}

/**
 * What our tokens and Message-IDs lead back to, inside one company (S2: another company's are unknown here). Every question waits until
 * the look-up has reached `at`, and throws `ReadModelBehind` where it does not get there.
 */
export interface SentMail {
  /** By the plus part of Reply-To, which is also the first of References. `token` in any case of letters. */
  byConversationToken(companyId: string, token: string, at: Position): Promise<SentConversation | undefined>;
  /** By the plus part of the envelope sender (VERP). */
  byEnvelopeToken(companyId: string, token: string, at: Position): Promise<SentMessage | undefined>;
  /** By Message-ID, with or without its angle brackets. */
  byMessageId(companyId: string, messageId: string, at: Position): Promise<SentMessage | undefined>;
  /** Whether a message to this candidate ever went to this address: it took part in the conversation. */
  wroteTo(companyId: string, candidateId: string, address: string, at: Position): Promise<boolean>;
}
export const SentMail = Symbol('SentMail');
