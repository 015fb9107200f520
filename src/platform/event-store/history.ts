import type { Receipt } from '#kernel/outcome.js';
import type { EventStore, StoredEvent } from './event-store.port.js';
import { hashOf } from './hash-chain.js';

/** A stream as the store has it, never empty. */
export interface History {
  readonly stream: string;
  readonly events: readonly [StoredEvent, ...StoredEvent[]];
  readonly last: StoredEvent;
  readonly receipt: Receipt;
}

const pageSize = 500;

/** The whole stream, page by page; `undefined` where there is none. */
export async function readHistory(store: Pick<EventStore, 'readStream'>, stream: string): Promise<History | undefined> {
  const events: StoredEvent[] = [];
  let page: readonly StoredEvent[];
  do {
    page = await store.readStream(stream, { from: nextRevision(events), limit: pageSize });
    events.push(...page);
  } while (page.length === pageSize);
  const [first, ...rest] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { stream, events: [first, ...rest], last, receipt: receiptOf(last) };
}

/** After the last one read: a stream that was truncated does not begin at 0. */
function nextRevision(read: readonly StoredEvent[]): bigint {
  const last = read.at(-1);
  return last === undefined ? 0n : last.revision + 1n;
}

export function receiptOf({ revision, position }: StoredEvent): Receipt {
  return { revision, position };
}

/** Revision and previous hash of the event that follows. */
export function after(history: History | undefined): { readonly revision: bigint; readonly previousHash: string } {
  if (history === undefined) return { revision: 0n, previousHash: '' };
  return { revision: history.last.revision + 1n, previousHash: hashOf(history.last) };
}
