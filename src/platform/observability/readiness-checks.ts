import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { errorForLog } from './error-for-log.js';
import type { Readiness, ReadinessCheck } from './readiness.js';

export interface PartState {
  readonly part: string;
  /** `undefined` where nothing is wrong. */
  readonly wrong: string | undefined;
}

/** All checks at once, none of them longer than two seconds. */
export class ReadinessChecks implements Readiness {
  private readonly checks: ReadinessCheck[] = [];
  private readonly log = new Logger('Readiness');

  register(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  ask(): Promise<readonly PartState[]> {
    return Promise.all(this.checks.map(async (check) => ({ part: check.part, wrong: await this.wrongWith(check) })));
  }

  private async wrongWith(check: ReadinessCheck): Promise<string | undefined> {
    const answered = new AbortController();
    const tooLong = pause(2_000, `No answer from the ${check.part}.`, { signal: answered.signal, ref: false });
    // Aborted once the check has answered; nobody waits for it then.
    tooLong.catch(() => undefined);
    try {
      return await Promise.race([check.check(), tooLong]);
    } catch (error) {
      this.log.warn(errorForLog(error), `The check of the ${check.part} failed.`);
      return `The ${check.part} cannot be asked.`;
    } finally {
      answered.abort();
    }
  }
}
