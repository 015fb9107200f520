import { type DynamicModule, Global, Inject, Module } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { DataDirectoryLayout } from '../../data-directory/data-directory-layout.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { AfterRestore } from '../../restore/after-restore.js';
import { Blobs } from '../blobs.port.js';
import { BlobSweeper } from './blob-sweeper.js';
import { HoldAfterRestore } from './hold-after-restore.js';
import { SweepMark } from './sweep-mark.js';

@Global()
@Module({})
export class BlobSweepModule {
  constructor(@Inject(AfterRestore) afterRestore: AfterRestore, hold: HoldAfterRestore) {
    afterRestore.register('blobs-held', async () => {
      await hold.begin();
      return 'done';
    });
  }

  static forRoot({ sweptUntil, sweepHeldBack }: Pick<DataDirectoryLayout, 'sweptUntil' | 'sweepHeldBack'>): DynamicModule {
    const mark = new SweepMark(sweptUntil);
    const hold = new HoldAfterRestore(sweepHeldBack, mark);
    const sweeper = (blobs: Blobs, events: EventStore, clock: Clock) =>
      new BlobSweeper({ blobs, events, clock, mark, heldBack: () => hold.reason() });
    return {
      module: BlobSweepModule,
      providers: [
        { provide: HoldAfterRestore, useValue: hold },
        { provide: BlobSweeper, inject: [Blobs, EventStore, Clock], useFactory: sweeper },
      ],
      exports: [HoldAfterRestore],
    };
  }
}
