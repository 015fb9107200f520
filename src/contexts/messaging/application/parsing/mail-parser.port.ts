import type { Readable } from 'node:stream';
import type { ParsedMail } from './parsed-mail.js';

export interface MailParser {
  /**
   * Reads the raw mail to its end and says what is in it, in a thread of its own, within a minute. What cannot be read is `unreadable`, an
   * answer. Throws {@link MailDefeatedParser} where this mail brought the parser down, anything else where the parser could not work, or was
   * told to leave by `signal`.
   */
  parse(raw: Readable, signal?: AbortSignal): Promise<ParsedMail>;
}
export const MailParser = Symbol('MailParser');

/** The mail, not the house, is at fault: time or memory ran out over it, the thread died of it, or our own code stumbled over it. It counts towards quarantine. */
export class MailDefeatedParser extends Error {
  override readonly name = 'MailDefeatedParser';
  constructor(readonly reason: 'time-limit' | 'memory-limit' | 'thread-died' | 'parser-fault') {
    super(`The parser did not get through a mail: ${reason}.`);
  }
}
