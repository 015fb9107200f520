import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ServerAddress } from '#platform/config/event-store-server.js';
import type { FaultyServer } from '../faulty-server.js';
import type { Beginning, Order } from './double.worker.js';

const thread = fileURLToPath(new URL('./double.worker.ts', import.meta.url));
const typescript = new URL('../../child/typescript.mjs', import.meta.url).href;
const execArgv = ['--experimental-transform-types', '--no-warnings', '--conditions=source', '--import', typescript];

/** A double of an EventStoreDB server in a thread of its own, so that a busy test does not slow it and it does not slow the test. */
export class EventStoreDouble implements FaultyServer, AsyncDisposable {
  private constructor(
    private readonly worker: Worker,
    private readonly frozen: Beginning['frozen'],
    readonly port: number,
  ) {}

  /** `readyAfterMs`: how long after each start it says that it is not ready. */
  static async start({ readyAfterMs = 0 } = {}): Promise<EventStoreDouble> {
    const beginning: Beginning = { readyAfterMs, frozen: new Int32Array(new SharedArrayBuffer(4)) };
    const worker = new Worker(thread, { execArgv, workerData: beginning });
    return new EventStoreDouble(worker, beginning.frozen, await answered(worker, { do: 'start' }));
  }

  get address(): ServerAddress {
    return { nodes: [{ address: '127.0.0.1', port: this.port }], discover: false, tls: false };
  }

  async crash(): Promise<void> {
    await answered(this.worker, { do: 'stop' });
  }

  async comeBack(): Promise<void> {
    await answered(this.worker, { do: 'start', port: this.port });
  }

  /** A backup of the log as it is now, for {@link putBack}. */
  async keep(): Promise<void> {
    await answered(this.worker, { do: 'keep' });
  }

  /** While nobody is connected. */
  async putBack(): Promise<void> {
    await answered(this.worker, { do: 'put-back' });
  }

  freeze(): void {
    Atomics.store(this.frozen, 0, 1);
    this.worker.postMessage({ do: 'freeze' } satisfies Order);
  }

  thaw(): void {
    Atomics.store(this.frozen, 0, 0);
    Atomics.notify(this.frozen, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker.terminate();
  }
}

function answered(worker: Worker, order: Order): Promise<number> {
  const answer = new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (port: number) => {
      worker.removeListener('error', reject);
      resolve(port);
    });
  });
  worker.postMessage(order);
  return answer;
}
