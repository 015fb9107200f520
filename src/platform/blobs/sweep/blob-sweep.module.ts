import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { DataDirectoryLayout } from '../../data-directory/data-directory-layout.js';
import { EventStore } from '../../event-store/event-store.port.js';
import { ProjectionRunner } from '../../projections/projection-runner.js';
import { Blobs } from '../blobs.port.js';
import { BlobSweeper } from './blob-sweeper.js';
import { heldBackAfterRestore } from './hold-after-restore.js';
import { SweepMark } from './sweep-mark.js';

@Module({})
export class BlobSweepModule {
  static forRoot({ sweptUntil, sweepHeldBack }: Pick<DataDirectoryLayout, 'sweptUntil' | 'sweepHeldBack'>): DynamicModule {
    const sweeper = (blobs: Blobs, events: EventStore, clock: Clock, runner: ProjectionRunner) => {
      const heldBack = heldBackAfterRestore(sweepHeldBack, () => runner.restored.length > 0);
      return new BlobSweeper({ blobs, events, clock, mark: new SweepMark(sweptUntil), heldBack });
    };
    const inject = [Blobs, EventStore, Clock, ProjectionRunner];
    return { module: BlobSweepModule, providers: [{ provide: BlobSweeper, inject, useFactory: sweeper }] };
  }
}
