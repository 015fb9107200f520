import type { Personal } from '#kernel/personal.js';
import type { MessageQueued, MessageTokens } from '../../domain/outbound-message/events.js';

/** The personal fields of a message, all known. */
export interface Opened {
  readonly to: string;
  readonly subject: string;
  readonly tokens: MessageTokens;
  /** Message-IDs, oldest first. */
  readonly thread: readonly string[];
}

/** `undefined` where the message is erased: it can never leave. */
export function opened({ to, subject, tokens, references }: MessageQueued['data']): Opened | undefined {
  const [address, words, marks, thread] = [known(to), known(subject), known(tokens), known(references)];
  if (address === undefined || words === undefined || marks === undefined || thread === undefined) return undefined;
  return { to: address, subject: words, tokens: marks, thread };
}

export function known<T>(personal: Personal<T>): T | undefined {
  return personal.read<T | undefined>({ known: (value) => value, erased: () => undefined });
}
