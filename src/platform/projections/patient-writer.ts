import { Logger } from '@nestjs/common';
import type { StoredEvent } from '../event-store/event-store.port.js';
import { isPassing } from '../sql/passing-failure.js';
import type { Pace } from './pace.js';
import { pause } from './pause.js';
import { Outage } from './outage.js';
import type { SlotWriter } from './slot-writer.js';
import { whatFailed } from './what-failed.js';

/** A look-up that decides has met an event that it cannot handle. */
export class Poisoned extends Error {
  override readonly name = 'Poisoned';
  constructor(
    what: string,
    readonly recordedAt: Date,
  ) {
    super(what);
  }
}

/** Tells a poison event from an outage, and does with it what the projection wants. */
export class PatientWriter {
  readonly #log = new Logger('Projections');

  constructor(
    private readonly means: { readonly label: string; readonly decides: boolean; readonly writer: SlotWriter; readonly pace: Pace },
  ) {}

  /** Says `done` after each commit. Throws {@link Poisoned}; whatever else it throws is an outage and may succeed later. */
  async handle(events: readonly StoredEvent[], done: (events: readonly StoredEvent[]) => void): Promise<void> {
    try {
      await this.means.writer.handle(events);
      done(events);
    } catch (error) {
      if (isOutage(error)) throw error;
      // One of them is poison, and the batch was rolled back: one by one, to find out which.
      for (const event of events) {
        await this.#handleOne(event);
        done([event]);
      }
    }
  }

  async #handleOne(event: StoredEvent): Promise<void> {
    const { writer, pace } = this.means;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await writer.handle([event]);
        return;
      } catch (error) {
        if (isOutage(error)) throw error;
        if (attempt >= pace.poisonTries) {
          await this.#poison(event, error);
          return;
        }
        await pause(pace.poisonPauseMs, new AbortController().signal);
      }
    }
  }

  async #poison(event: StoredEvent, error: unknown): Promise<void> {
    const what = `${this.means.label} cannot handle event ${event.id} (${event.type}) at ${event.position}: ${whatFailed(error)}`;
    if (this.means.decides) throw new Poisoned(what, event.recordedAt);
    await this.means.writer.bury(event, error);
    this.#log.error(`${what}. It was passed by and is kept as a dead letter.`);
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof Outage || isPassing(error);
}
