import type { ParserAnswer, ParserJob } from './parser-job.js';
import { type ParserLimits, ParserWorker } from './parser-worker.js';

export interface PoolOptions extends ParserLimits {
  readonly threads: number;
  /** Jobs that may wait; the next one is refused, nothing is lost by it. */
  readonly waiting: number;
  /** After so long without work a thread ends, so that an idle service holds no memory for parsing. */
  readonly idleMs: number;
}

/** Too much is waiting already, or the service is going down: come back later. The mail is not at fault. */
export class ParserBusy extends Error {
  override readonly name = 'ParserBusy';
}

interface Waiting {
  readonly start: (worker: ParserWorker) => void;
  readonly refuse: (reason: Error) => void;
}

/** Parser threads, started when there is work and ended when there is none. */
export class ParserPool {
  private readonly idle = new Map<ParserWorker, NodeJS.Timeout>();
  private readonly busy = new Set<ParserWorker>();
  private readonly queue: Waiting[] = [];
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Once `signal` is aborted the job is given up, which is nobody's fault. */
  async run(job: ParserJob, signal?: AbortSignal): Promise<ParserAnswer> {
    const worker = await this.worker();
    const leave = () => {
      worker.end();
    };
    signal?.addEventListener('abort', leave);
    try {
      if (signal?.aborted === true) leave();
      return await worker.run(job);
    } catch (fault) {
      // The thread was ended under its work: no mail is to blame for that.
      throw this.closed || signal?.aborted === true ? new ParserBusy('The service is going down.') : fault;
    } finally {
      signal?.removeEventListener('abort', leave);
      this.busy.delete(worker);
      this.handOn(worker);
    }
  }

  /** Ends every thread; what they were at fails, what waits is refused. */
  close(): void {
    this.closed = true;
    for (const waiting of this.queue.splice(0)) waiting.refuse(new ParserBusy('The service is going down.'));
    for (const [worker, timer] of this.idle) {
      clearTimeout(timer);
      worker.end();
    }
    this.idle.clear();
    for (const worker of this.busy) worker.end();
  }

  private worker(): Promise<ParserWorker> {
    return new Promise((start, refuse) => {
      if (this.closed) refuse(new ParserBusy('The service is going down.'));
      else if (this.busy.size < this.options.threads) start(this.taken(this.rested() ?? new ParserWorker(this.options)));
      else if (this.queue.length < this.options.waiting) this.queue.push({ start, refuse });
      else refuse(new ParserBusy(`${this.options.waiting} mails are waiting to be parsed.`));
    });
  }

  private handOn(worker: ParserWorker): void {
    const next = this.queue.shift();
    if (next !== undefined) next.start(this.taken(worker.dead ? new ParserWorker(this.options) : worker));
    else if (this.closed) worker.end();
    else if (!worker.dead) this.rest(worker);
  }

  private taken(worker: ParserWorker): ParserWorker {
    this.busy.add(worker);
    return worker;
  }

  private rest(worker: ParserWorker): void {
    const timer = setTimeout(() => {
      this.idle.delete(worker);
      worker.end();
    }, this.options.idleMs);
    timer.unref();
    this.idle.set(worker, timer);
  }

  private rested(): ParserWorker | undefined {
    for (const [worker, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(worker);
      if (!worker.dead) return worker;
    }
    return undefined;
  }
}
