/** An event as the double keeps it. */
export interface Recorded {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Commit and prepare are one and the same, as they are on a server without transactions. */
  readonly position: bigint;
  readonly created: Date;
}

export type Proposed = Pick<Recorded, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = 'any' | 'stream-exists' | 'no-stream' | bigint;
export type Outcome = { readonly last: Recorded } | { readonly wrong: { readonly current: bigint | undefined } };

/** Space that a record takes beside its contents, so that positions have gaps between them as on a disk. */
const framing = 140;

/** The log of a server, in memory; it outlives the server, as a disk would. */
export class DoubleLog {
  readonly events: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();
  private readonly committed = new Set<() => void>();
  private end = 548n;

  constructor() {
    // Servers write into their own log before anybody else does.
    this.recordOwn();
  }

  /** As from a backup of the time of so many events, on a server that has written something of its own since: it takes the place of what is lost. */
  putBack(count: number): void {
    const lost = this.events.splice(count);
    this.end = lost[0]?.position ?? this.end;
    for (const { stream } of lost) this.streams.get(stream)?.pop();
    this.recordOwn();
  }

  onCommit(listener: () => void): () => void {
    this.committed.add(listener);
    return () => this.committed.delete(listener);
  }

  ofStream(stream: string): readonly Recorded[] {
    return this.streams.get(stream) ?? [];
  }

  /** How many events lie before `position`; `undefined` where it lies between two records. Beyond the end is the end. */
  indexAt(position: bigint): number | undefined {
    if (position === 0n) return 0;
    if (position >= this.end) return this.events.length;
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.events[middle]?.position ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return this.events[low]?.position === position ? low : undefined;
  }

  /** As measured: the same ids at the same expectation are answered as the first time; at the current revision they are stored again. */
  append(stream: string, expected: Expected, proposed: readonly Proposed[]): Outcome {
    const before = this.ofStream(stream);
    const current = before.at(-1)?.revision;
    const first = firstRevision(expected, current);
    if (first === undefined) return { wrong: { current } };
    if (first !== (current ?? -1n) + 1n) return repeated(before, first, proposed) ?? { wrong: { current } };
    const added = proposed.map((event) => this.record(stream, event));
    for (const listener of [...this.committed]) listener();
    const last = added.at(-1) ?? before.at(-1);
    return last === undefined ? { wrong: { current } } : { last };
  }

  private recordOwn(): void {
    const metadata = Buffer.from('{}');
    this.record('$$$scavenges', { id: crypto.randomUUID(), type: '$metadata', contentType: 'application/json', data: metadata, metadata });
  }

  private record(stream: string, proposed: Proposed): Recorded {
    const before = this.streams.get(stream) ?? [];
    const recorded = { ...proposed, stream, revision: BigInt(before.length), position: this.end, created: new Date() };
    this.end += BigInt(framing + stream.length + proposed.data.length + proposed.metadata.length);
    this.events.push(recorded);
    before.push(recorded);
    this.streams.set(stream, before);
    return recorded;
  }
}

function firstRevision(expected: Expected, current: bigint | undefined): bigint | undefined {
  if (expected === 'any') return (current ?? -1n) + 1n;
  if (expected === 'no-stream') return 0n;
  if (expected === 'stream-exists') return current === undefined ? undefined : current + 1n;
  return expected + 1n;
}

function repeated(before: readonly Recorded[], first: bigint, proposed: readonly Proposed[]): Outcome | undefined {
  const there = proposed.map((event, index) => {
    const recorded = before[Number(first) + index];
    return recorded?.id === event.id ? recorded : undefined;
  });
  const last = there.at(-1);
  return last === undefined || there.includes(undefined) ? undefined : { last };
}
