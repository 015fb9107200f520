import { StoreUnreachable } from '../event-store.port.js';
import type { GuardedClient } from './guarded-client.js';
import type { Patience } from './patience.js';
import type { ServerNames } from './server-names.js';
import { Turnstile } from './turnstile.js';
import { type Bounds, TooLate, within } from './within.js';

/** HTTP/2 gives a connection 100 streams; beyond them calls starve without an error. Subscriptions and appends have the rest. */
const readsAtOnce = 64;

/** The one client of the process: every call has a timer, and none is forgotten when it is closed. */
export class Connection {
  private readonly pending = new Set<Promise<unknown>>();
  private readonly reads = new Turnstile(readsAtOnce);
  private readonly ending = new AbortController();
  private heardAt = performance.now();
  private reconnecting: Promise<void> | undefined;

  private living = new AbortController();

  constructor(
    readonly client: GuardedClient,
    readonly patience: Patience,
    readonly names: ServerNames,
  ) {}

  /** Aborted when the connection of this moment is given up for dead: what hangs on it begins again on the next one. */
  get givenUp(): AbortSignal {
    return this.living.signal;
  }

  /** Aborted when the connection is closed: subscriptions end by it. */
  get closed(): AbortSignal {
    return this.ending.signal;
  }

  /** Something came from the server: it is not the connection that is dead. */
  heard(): void {
    this.heardAt = performance.now();
  }

  read<T>(work: (bounds: Bounds) => Promise<T>, milliseconds = this.patience.callMs): Promise<T> {
    return this.reads.through(() => this.call(work, milliseconds));
  }

  async call<T>(work: (bounds: Bounds) => Promise<T>, milliseconds = this.patience.callMs): Promise<T> {
    if (this.closed.aborted) throw new StoreUnreachable('The event store is closed; nothing was done.');
    const begun = performance.now();
    const call = within(milliseconds, work);
    this.pending.add(call);
    try {
      const answer = await call;
      this.heard();
      return answer;
    } catch (error) {
      if (error instanceof TooLate) this.suspect(begun);
      throw error;
    } finally {
      this.pending.delete(call);
    }
  }

  /** Nothing was heard since `begun`, though somebody waited: a new connection is made. At most one at a time. */
  suspect(begun: number): void {
    if (this.heardAt > begun || this.reconnecting !== undefined) return;
    this.heard();
    this.living.abort();
    this.living = new AbortController();
    this.reconnecting = this.client.reconnect().finally(() => {
      this.reconnecting = undefined;
    });
  }

  /** Waits for what is pending, none of it longer than its timer, and only then lets go of the client. */
  async close(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled(this.pending);
    await this.client.dispose();
    // The client leaves its channel open.
    await this.client.reconnect();
  }
}
