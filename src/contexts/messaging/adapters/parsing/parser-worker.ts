import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MailDefeatedParser } from '../../application/parsing/mail-parser.port.js';
import type { ParserAnswer, ParserJob } from './parser-job.js';

/** What one mail may cost. The heap is the thread's own; the raw bytes lie outside it, at most 35 MB of them. */
export interface ParserLimits {
  readonly timeMs: number;
  readonly heapMb: number;
}

// Run from source (specs), Node strips the types by itself and `source` leads `#…` to src, as it does for the compiler.
const extension = extname(import.meta.url);
const entry = new URL(`./parser-thread${extension}`, import.meta.url);
const fromSource = extension === '.ts' ? ['--conditions=source', '--no-warnings'] : [];

/** A thread that parses, one job at a time. After a failure it is done for. */
export class ParserWorker {
  private readonly thread: Worker;
  /** Ended, by itself or by a limit. */
  dead = false;
  /** A thread that does not even start is the house's fault, never a mail's. */
  private readonly started: Promise<unknown>;

  constructor(private readonly limits: ParserLimits) {
    this.thread = new Worker(entry, {
      execArgv: fromSource,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
      // A parser has no business with the service's secrets.
      env: {},
    });
    this.started = new Promise((resolve, reject) => {
      this.thread.once('message', resolve).once('error', reject).once('exit', reject);
    });
    this.thread.unref();
    this.thread.on('exit', () => (this.dead = true)).on('error', () => (this.dead = true));
  }

  async run(job: ParserJob): Promise<ParserAnswer> {
    try {
      await this.started;
    } catch (cause) {
      this.end();
      throw new Error('A parser thread did not start.', { cause });
    }
    return this.answerTo(job);
  }

  end(): void {
    this.dead = true;
    // The promise tells when the thread is gone; nobody waits for that, and it cannot fail.
    void this.thread.terminate();
  }

  private answerTo(job: ParserJob): Promise<ParserAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<ParserAnswer>();
    const giveUp = (reason: MailDefeatedParser['reason']) => {
      reject(new MailDefeatedParser(reason));
      this.end();
    };
    const heard = {
      message: resolve,
      messageerror: () => {
        giveUp('thread-died');
      },
      error: (fault: unknown) => {
        giveUp(isOutOfMemory(fault) ? 'memory-limit' : 'thread-died');
      },
      exit: () => {
        giveUp('thread-died');
      },
    };
    const timer = setTimeout(giveUp, this.limits.timeMs, 'time-limit');
    for (const [event, listener] of Object.entries(heard)) this.thread.on(event, listener);
    if (this.dead) giveUp('thread-died');
    else this.thread.postMessage(job, [job.raw.buffer]);
    return promise.finally(() => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(heard)) this.thread.off(event, listener);
    });
  }
}

// Not `instanceof Error`: the fault may come from another realm.
const isOutOfMemory = (fault: unknown) =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
