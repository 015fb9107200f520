import type { EventStore, StoredEvent } from './event-store.port.js';
import { hashOf } from './hash-chain.js';
import { readMetadata } from './metadata.js';

export type ChainFault = 'revision-gap' | 'previous-hash-differs' | 'metadata-unreadable' | 'event-unreadable';

/** Where a stream is not what was written. */
export interface BrokenLink {
  readonly stream: string;
  readonly revision: bigint;
  readonly fault: ChainFault;
}

export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly broken: readonly BrokenLink[];
}

/** The hash of the last event of a stream and where it stands. */
interface Link {
  readonly revision: bigint;
  readonly hash: string | undefined;
}

/** Follows the streams of a log, event by event in any order of streams. It shows damage; proof against a forger is a signed checkpoint. */
export class ChainVerifier {
  private readonly last = new Map<string, Link>();
  private readonly broken: BrokenLink[] = [];
  private events = 0;

  next(event: StoredEvent): void {
    this.events += 1;
    const fault = faultOf(event, this.last.get(event.stream));
    const hash = tryHash(event);
    if (fault !== undefined) this.report(event, fault);
    else if (hash === undefined) this.report(event, 'event-unreadable');
    this.last.set(event.stream, { revision: event.revision, hash });
  }

  result(): Verification {
    return { events: this.events, streams: this.last.size, broken: this.broken };
  }

  private report({ stream, revision }: StoredEvent, fault: ChainFault): void {
    this.broken.push({ stream, revision, fault });
  }
}

/** The events of one stream or of many, each stream in order from its beginning. */
export function verifyChain(events: Iterable<StoredEvent>): Verification {
  const verifier = new ChainVerifier();
  for (const event of events) verifier.next(event);
  return verifier.result();
}

/** Every stream of a store, page by page; beside a running service it sees what was committed when it reached the end. */
export async function verifyStore(store: Pick<EventStore, 'readAll'>): Promise<Verification> {
  const verifier = new ChainVerifier();
  let page = await store.readAll(undefined);
  page.events.forEach((event) => {
    verifier.next(event);
  });
  while (!page.end) {
    page = await store.readAll(page.next);
    page.events.forEach((event) => {
      verifier.next(event);
    });
  }
  return verifier.result();
}

function faultOf(event: StoredEvent, previous: Link | undefined): ChainFault | undefined {
  const metadata = readMetadata(event.metadata);
  if (event.revision !== (previous === undefined ? 0n : previous.revision + 1n)) return 'revision-gap';
  if (metadata === undefined) return 'metadata-unreadable';
  // What could not be hashed has been reported itself; its successor is not blamed for it.
  if (previous !== undefined && previous.hash === undefined) return undefined;
  return metadata.previousHash === (previous?.hash ?? '') ? undefined : 'previous-hash-differs';
}

function tryHash(event: StoredEvent): string | undefined {
  try {
    return hashOf(event);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
