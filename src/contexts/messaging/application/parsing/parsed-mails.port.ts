import type { DataKey } from '#platform/event-store/data-keys.port.js';
import type { ParsedMail } from './parsed-mail.js';

/** Keeps what the parser found, encrypted under the message's key. */
export interface ParsedMails {
  /** Durable when it answers with the blob's id. */
  keep(companyId: string, inboundMessageId: string, key: DataKey, parsed: ParsedMail): Promise<string>;
  /** `erased` where the message's key was destroyed. */
  read(blobId: string): Promise<ParsedMail | 'erased'>;
}
export const ParsedMails = Symbol('ParsedMails');
