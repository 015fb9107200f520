import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Ids } from '#kernel/ids.js';
import { Config } from './config/config.js';
import { EventStore } from './event-store/event-store.port.js';
import { randomIds } from './system/random-ids.js';
import { systemClock } from './system/system-clock.js';

/**
 * What everything else stands on. Imported first, because Nest starts global modules in the order of their import and stops them in the
 * reverse: the event store is closed after everybody who writes to it.
 */
@Global()
@Module({})
export class FoundationsModule implements OnApplicationShutdown {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  static forRoot(config: Config, openEventStore: (clock: Clock) => EventStore | Promise<EventStore>): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: systemClock },
      { provide: Ids, useValue: randomIds },
      { provide: EventStore, useFactory: () => openEventStore(systemClock) },
    ];
    return { module: FoundationsModule, providers, exports: [Config, Clock, Ids, EventStore] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
