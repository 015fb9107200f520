import { Logger } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import type { EventStore, Signal, StoredEvent } from '../event-store/event-store.port.js';
import type { Pace } from './pace.js';
import { pause } from './pause.js';
import { whatFailed } from './what-failed.js';

interface Listener {
  offer(event: StoredEvent): void;
}

/** The one live subscription to the log, fanned out to all projections: a server starves more than a hundred of them without a word. */
export class Feed {
  readonly #log = new Logger('Projections');
  readonly #listeners = new Set<Listener>();
  #position: Position | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly pace: Pace,
  ) {}

  /** Everything up to here was offered, or lay in the log before the feed began. */
  get position(): Position | undefined {
    return this.#position;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** From now on whatever is appended will be offered, once {@link run} goes. */
  async begin(): Promise<void> {
    this.#position = await this.store.head();
  }

  /** Until `signal` is aborted; after a failure again from the own position, for ever. */
  async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        for await (const message of this.store.subscribe(this.#position, {}, signal)) {
          failures = 0;
          this.#take(message);
        }
      } catch (error) {
        this.#log.error(`The subscription to the event store broke and begins again: ${whatFailed(error)}`);
      }
      await pause(this.pace.outagePauseMs * Math.min(2 ** failures, 30), signal);
    }
  }

  #take(message: Signal): void {
    if (message.kind === 'caught-up') return; // Each projection finds its own end of the log.
    this.#position = message.kind === 'event' ? message.event.position : message.position;
    if (message.kind === 'event') for (const listener of this.#listeners) listener.offer(message.event);
  }
}
