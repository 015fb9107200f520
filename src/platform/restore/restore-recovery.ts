import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { ToDoWorkers } from '../to-dos/to-do-workers.js';
import type { AfterRestore, Consequence } from './after-restore.js';
import type { Restore, RestoreMark } from './restore-mark.js';

/** Draws the consequences of a restore, in the order of their registration; owed work begins only after them. */
export class RestoreRecovery implements AfterRestore, OnApplicationBootstrap {
  readonly #log = new Logger('Restore');
  readonly #consequences = new Map<string, Consequence>();
  readonly #over = Promise.withResolvers<void>();

  constructor(
    private readonly restore: Restore | undefined,
    private readonly mark: RestoreMark,
    toDos: Pick<ToDoWorkers, 'openWhen'>,
  ) {
    toDos.openWhen(this.#over.promise);
  }

  register(name: string, consequence: Consequence): void {
    if (this.#consequences.has(name)) throw new Error(`There are two consequences of a restore named ${name}.`);
    this.#consequences.set(name, consequence);
  }

  /** Where it throws nothing opens, and the start fails: the next one goes on with what is not done. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.restore !== undefined) await this.#recover(this.restore);
    this.#over.resolve();
  }

  async #recover({ last, done }: Restore): Promise<void> {
    this.#log.warn(
      'The event log was restored from a backup: it does not know what happened after that. Nothing is sent before this is dealt with.',
    );
    let now: Restore = { ...(last === undefined ? {} : { last }), done };
    for (const [name, consequence] of this.#consequences) {
      if (now.done.includes(name) || (await consequence(last?.position)) === 'unfinished') continue;
      now = { ...now, done: [...now.done, name] };
      await this.mark.write(now);
    }
    if (now.done.length === this.#consequences.size) await this.mark.remove();
    else this.#log.error('Not all that follows from the restore could be done; the next start tries again.');
  }
}
