import { parentPort, workerData } from 'node:worker_threads';
import { DoubleLog } from './double-log.js';
import { DoubleServer } from './double-server.js';

/** What the thread is told; it answers all but `freeze` with the port that the server listens on, or listened. */
export type Order = { readonly do: 'start'; readonly port?: number } | { readonly do: 'stop' | 'freeze' | 'keep' | 'put-back' };

/** What the thread begins with; `frozen` holds 1 while it stands still. */
export interface Beginning {
  readonly readyAfterMs: number;
  readonly frozen: Int32Array<SharedArrayBuffer>;
}

const { readyAfterMs, frozen } = workerData as Beginning;
const log = new DoubleLog();
const server = new DoubleServer(log, readyAfterMs);
let port = 0;
let kept = 0;

async function carryOut(order: Order): Promise<void> {
  if (order.do === 'freeze') {
    Atomics.wait(frozen, 0, 1);
    return;
  }
  if (order.do === 'start') port = await server.start(order.port);
  else if (order.do === 'stop') server.stop();
  else if (order.do === 'keep') kept = log.events.length;
  else log.putBack(kept);
  parentPort?.postMessage(port);
}

parentPort?.on('message', (order: Order) => {
  // What fails here is a fault of the test's own: the thread ends with it, and the test hears of it.
  void carryOut(order);
});
