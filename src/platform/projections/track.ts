import { Logger } from '@nestjs/common';
import type { Position } from '#kernel/position.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.port.js';
import type { Checkpoint } from './bookkeeping.js';
import type { Feed } from './feed.js';
import { Inbox } from './inbox.js';
import type { Pace } from './pace.js';
import { PatientWriter, Poisoned } from './patient-writer.js';
import { pause } from './pause.js';
import type { SlotWriter } from './slot-writer.js';
import { whatFailed } from './what-failed.js';

/** What a track tells of its way. */
export interface TrackEvents {
  /** Everything up to here is committed; `wrote` tells whether any of it concerned the rows. */
  reached(position: Position, wrote: boolean): void;
  /** Caught up with the log, before it goes live; it does not go on until this is done. */
  caughtUp(): Promise<void>;
  /** A look-up that decides has met an event that it cannot handle. */
  stopped(): void;
}

export interface TrackMeans {
  readonly label: string;
  readonly decides: boolean;
  readonly store: EventStore;
  readonly feed: Feed;
  readonly writer: SlotWriter;
  readonly pace: Pace;
  readonly events: TrackEvents;
}

/** One projection on its way through the log: pages until it has caught up, then what the feed brings, and pages again where it fell behind. */
export class Track {
  readonly #log = new Logger('Projections');
  readonly #inbox: Inbox;
  readonly #patient: PatientWriter;
  /** Everything up to here was looked at and is committed. */
  #lookedAt: Position | undefined;
  #handled: Checkpoint | undefined;
  #unsaved = 0;
  #state: 'catching-up' | 'live' | 'stopped' = 'catching-up';
  #waitsSince: Date | undefined;

  constructor(
    private readonly means: TrackMeans,
    checkpoint: Checkpoint | undefined,
  ) {
    this.#inbox = new Inbox(means.pace.inbox);
    this.#patient = new PatientWriter(means);
    this.#handled = checkpoint;
    this.#lookedAt = checkpoint?.position;
  }

  get state() {
    return this.#state;
  }

  get position(): Position | undefined {
    return this.#lookedAt;
  }

  /** When the oldest event was recorded that is known and not handled. */
  get waitsSince(): Date | undefined {
    return this.#waitsSince ?? this.#inbox.oldest?.recordedAt;
  }

  /** Events that the feed has brought and that are not handled. */
  get waiting(): number {
    return this.#inbox.size;
  }

  offer(event: StoredEvent): void {
    this.#inbox.offer(event);
  }

  /** Until `signal` is aborted, whatever happens. What had no consequence for the rows is written down at the end. */
  async run(signal: AbortSignal): Promise<void> {
    const wake = () => {
      this.#inbox.wake();
    };
    signal.addEventListener('abort', wake, { once: true });
    this.means.feed.add(this);
    for (let failures = 0; !signal.aborted; failures += 1) {
      const before = this.#lookedAt;
      try {
        await this.#catchUp(signal);
        await this.#follow(signal);
      } catch (error) {
        await this.#failed(error, before === this.#lookedAt ? failures : 0, signal);
      }
    }
    this.means.feed.remove(this);
    signal.removeEventListener('abort', wake);
    await this.#saveAtTheEnd();
  }

  /** Pages up to the end of the log as it is now. Throws the reason of `signal` where that is aborted before. */
  async readToEnd(signal: AbortSignal): Promise<void> {
    for (let end = false; !end;) {
      signal.throwIfAborted();
      const page = await this.means.store.readAll(this.#lookedAt, {}, this.means.pace.page);
      await this.#apply(page.events, page.next);
      end = page.end;
    }
  }

  /**
   * The feed's events are kept from before the last pages are read, so that nothing lies between the two. That the pages really went
   * as far as the feed had come is verified, because a server may answer reads from a node that is behind.
   */
  async #catchUp(signal: AbortSignal): Promise<void> {
    // A look-up that has stopped is stopped until it has come past the event that it stopped at.
    if (this.#state !== 'stopped') this.#state = 'catching-up';
    for (let complete = false; !complete;) {
      this.#inbox.open(this.means.feed.position);
      await this.readToEnd(signal);
      if (signal.aborted) return;
      const behindTheFeed = !this.atLeast(this.#inbox.openedAt);
      if (behindTheFeed) await pause(this.means.pace.outagePauseMs, signal);
      complete = !behindTheFeed && !this.#inbox.overflowed;
    }
    await this.means.events.caughtUp();
    this.#state = 'live';
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#inbox.overflowed) {
      const brought = await this.#inbox.take(this.means.pace.batch, signal);
      const fresh = brought.filter((event) => !this.atLeast(event.position));
      await this.#apply(fresh, fresh.at(-1)?.position);
    }
  }

  /** Whether everything up to `position` was looked at. */
  atLeast(position: Position | undefined): boolean {
    if (position === undefined) return true;
    return this.#lookedAt !== undefined && this.means.store.compare(this.#lookedAt, position) >= 0;
  }

  async #apply(events: readonly StoredEvent[], next: Position | undefined): Promise<void> {
    this.#waitsSince = events[0]?.recordedAt;
    if (events.some((event) => this.means.writer.concerns(event)))
      await this.#patient.handle(events, (done) => {
        this.#handledUpTo(done);
      });
    else await this.#passBy(events);
    this.#waitsSince = undefined;
    this.#stepTo(next, false);
  }

  async #passBy(events: readonly StoredEvent[]): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return; // An empty page, or only events that were handled before.
    this.#handled = { position: last.position, eventId: last.id };
    this.#unsaved += events.length;
    if (this.#unsaved >= this.means.pace.idleEvents) await this.#save();
  }

  async #save(): Promise<void> {
    if (this.#handled !== undefined && this.#unsaved > 0) await this.means.writer.passBy(this.#handled);
    this.#unsaved = 0;
  }

  async #saveAtTheEnd(): Promise<void> {
    try {
      await this.#save();
    } catch (error) {
      this.#log.warn(`${this.means.label} will look at ${this.#unsaved} events again after the next start: ${whatFailed(error)}`);
    }
  }

  #handledUpTo(events: readonly StoredEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return; // No event, no step.
    this.#handled = { position: last.position, eventId: last.id };
    this.#unsaved = 0;
    this.#stepTo(last.position, true);
  }

  #stepTo(position: Position | undefined, wrote: boolean): void {
    if (position === undefined || this.atLeast(position)) return; // Nothing new was looked at.
    this.#lookedAt = position;
    if (this.#state === 'stopped') this.#state = 'catching-up';
    this.means.events.reached(position, wrote);
  }

  async #failed(error: unknown, failures: number, signal: AbortSignal): Promise<void> {
    this.#inbox.close();
    if (signal.aborted) return; // Ended in the middle of the pages; the checkpoint tells how far.
    if (error instanceof Poisoned) {
      this.#state = 'stopped';
      this.#waitsSince = error.recordedAt;
      this.#log.error(`${error.message}. What decides by it waits until this is mended.`);
      this.means.events.stopped();
      await pause(this.means.pace.stoppedRetryMs, signal);
      return;
    }
    this.#state = 'catching-up';
    this.#log.error(`${this.means.label} could not go on and tries again: ${whatFailed(error)}`);
    await pause(this.means.pace.outagePauseMs * Math.min(2 ** failures, 30), signal);
  }
}
