import { OutcomeUnknown, type EventToAppend, type ExpectedRevision } from '#platform/event-store/event-store.port.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { systemClock } from '#platform/system/system-clock.js';

/** A store whose appends fail from the `first`th on, before or after they have happened, until it is mended. */
export class FailingStore extends MemoryEventStore {
  private appends = 0;
  private mended = false;

  constructor(
    private readonly first: number,
    private readonly appended: 'not-appended' | 'appended-unheard',
  ) {
    super(systemClock);
  }

  mend(): void {
    this.mended = true;
  }

  override async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]) {
    this.appends += 1;
    if (this.mended || this.appends < this.first) return super.append(stream, expected, events);
    if (this.appended === 'not-appended') throw new Error('The disk is full.');
    await super.append(stream, expected, events);
    throw new OutcomeUnknown('Nobody knows.');
  }
}
