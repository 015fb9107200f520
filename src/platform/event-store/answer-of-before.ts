import { refuse } from '#kernel/decision.js';
import type { Outcome, Receipt } from '#kernel/outcome.js';
import { type History, receiptOf } from './history.js';
import { readMetadata } from './metadata.js';
import type { Cause } from './streams.js';

/** What this command was answered when it was carried out here before; `undefined` where it never was. */
export function answerOfBefore(history: History, cause: Cause): Outcome<Receipt, 'key-used-before'> | undefined {
  for (const event of history.events.toReversed()) {
    const metadata = readMetadata(event.metadata);
    if (metadata?.commandId !== cause.commandId) continue;
    return metadata.bodyDigest === cause.bodyDigest ? { ok: true, value: receiptOf(event) } : refuse('key-used-before');
  }
  return undefined;
}
