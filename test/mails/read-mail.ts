import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The outbound message, its conversation's token and its envelope token that the mails of this folder speak of. */
export const sentMessageId = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';
export const conversationToken = 'abcdefghij234567';
export const envelopeToken = 'qrstuvwxyz234567';
export const ownDomains = ['poststelle.test'];

/** Names of the mails of one kind. */
export function mailsOf(kind: string): readonly string[] {
  return readdirSync(join(import.meta.dirname, kind)).map((file) => `${kind}/${file}`);
}

/** One mail of this folder as it comes over the wire: CRLF line ends. */
export function readMail(name: string): Buffer {
  return Buffer.from(readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll('\n', '\r\n'));
}
