import type { SmtpTimes } from './smtp-times.js';

/**
 * Bounds each stage of one transmission. A shutdown ends a stage at once, but not the wait for the last reply: what was said there is worth a
 * few seconds more, because without it nobody knows what became of the mail.
 */
export class StageClock {
  /** Why the time was over, once it is. */
  over: 'timeout' | 'interrupted' | undefined;
  private stage: 'sender' | 'content' | 'after-content' = 'sender';
  private timer: NodeJS.Timeout | undefined;
  private tell: (error: Error) => void = () => undefined;
  private readonly interrupt = () => {
    if (this.stage === 'after-content') this.endAfter(this.times.answerAtShutdown, 'interrupted');
    else this.end('interrupted');
  };

  constructor(
    private readonly times: SmtpTimes,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.interrupt);
  }

  onOver(tell: (error: Error) => void): void {
    this.tell = tell;
    if (this.signal.aborted) this.interrupt();
  }

  enter(stage: 'sender' | 'content' | 'after-content'): void {
    this.stage = stage;
    const { envelope, content, answer, answerAtShutdown } = this.times;
    const within = { sender: envelope, content, 'after-content': answer }[stage];
    if (this.signal.aborted && stage === 'after-content') this.endAfter(answerAtShutdown, 'interrupted');
    else this.endAfter(within, 'timeout');
  }

  stop(): void {
    clearTimeout(this.timer);
    this.signal.removeEventListener('abort', this.interrupt);
  }

  private endAfter(ms: number, why: 'timeout' | 'interrupted'): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.end(why);
    }, ms);
  }

  private end(why: 'timeout' | 'interrupted'): void {
    this.over ??= why;
    this.tell(new Error('The stage took too long.'));
  }
}
