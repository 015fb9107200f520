import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataKey } from '#platform/event-store/data-keys.port.js';

export interface PoolSettings {
  /** Keys of one batch. */
  readonly batch: number;
  /** Below so many the next batch is written in the background. */
  readonly low: number;
}

/**
 * Keys written ahead, so that taking one costs no write. Each start begins with a new batch: whether a key of an earlier one was handed out before
 * the process died, nobody knows, so none of them is ever handed out again.
 */
export class MessageKeyPool {
  private readonly ready: DataKey[] = [];
  private refilling: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly writeBatch: (count: number) => Promise<readonly DataKey[]>,
    private readonly reportFailure: (error: unknown) => void,
    private readonly settings: PoolSettings = { batch: 256, low: 128 },
  ) {}

  async take(): Promise<DataKey> {
    for (;;) {
      if (this.closed) throw new Error('The vault is closed.');
      const key = this.ready.pop();
      if (key === undefined) {
        await this.refill();
        continue;
      }
      if (this.ready.length < this.settings.low) this.refillInBackground();
      return key;
    }
  }

  /** Answers when a batch is durable; failures are the caller's. */
  refill(): Promise<void> {
    this.refilling ??= this.writeAhead().finally(() => {
      this.refilling = undefined;
    });
    return this.refilling;
  }

  /** No key leaves any more. Returns those that never did. */
  async close(): Promise<readonly DataKey[]> {
    this.closed = true;
    // A batch that cannot be written was reported to whoever waits for it, and leaves nothing to return.
    await this.refilling?.catch(() => undefined);
    return this.ready.splice(0);
  }

  /** After the answers that are under way, because writing takes the thread. A failure is reported, and the next to find the pool empty tries again. */
  private refillInBackground(): void {
    if (this.refilling !== undefined) return;
    this.refilling = nextTurn()
      .then(() => this.writeAhead())
      .finally(() => {
        this.refilling = undefined;
      });
    this.refilling.catch(this.reportFailure);
  }

  private async writeAhead(): Promise<void> {
    this.ready.push(...(await this.writeBatch(this.settings.batch)));
  }
}
