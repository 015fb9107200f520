import { type DynamicModule, Global, Inject, Module } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Blobs } from './blobs/blobs.port.js';
import { announceEventStore } from './event-store/announce-event-store.js';
import { CodecCatalogue } from './event-store/codec-catalogue.js';
import { CodecRegistry } from './event-store/codec-registry.js';
import { DataKeys } from './event-store/data-keys.port.js';
import { EventDecoder } from './event-store/event-decoder.port.js';
import { EventSourcedStreamsFactory } from './event-store/event-sourced-streams-factory.js';
import { EventStore } from './event-store/event-store.port.js';
import { SealedEventDecoder } from './event-store/sealed-event-decoder.js';
import { Sealer } from './event-store/sealing/sealer.js';
import { StreamsFactory } from './event-store/streams.js';
import { Metrics } from './observability/metrics.js';
import { Readiness } from './observability/readiness.js';
import { announceProjections } from './projections/announce-projections.js';
import { Projections } from './projections/projection.js';
import { ProjectionRunner } from './projections/projection-runner.js';
import { refuseAnotherStore } from './projections/refuse-another-store.js';
import { AfterRestore } from './restore/after-restore.js';
import { findRestore } from './restore/find-restore.js';
import type { RestoreMark } from './restore/restore-mark.js';
import { RestoreRecovery } from './restore/restore-recovery.js';
import { ReadModels } from './sql/read-models.js';
import { announceToDos } from './to-dos/announce-to-dos.js';
import { ToDos } from './to-dos/to-do.js';
import { ToDoWorkers } from './to-dos/to-do-workers.js';

/** The adapters that the composition root picked. */
export interface PlatformAdapters {
  readonly openReadModels: () => ReadModels;
  readonly restoreMark: RestoreMark;
  readonly openBlobs: (keys: DataKeys, clock: Clock) => Promise<Blobs>;
}

/** Streams, read models, owed work and blobs over the adapters; needs the foundations and the vault. */
@Global()
@Module({})
export class PlatformModule {
  constructor(
    @Inject(EventStore) store: EventStore,
    projections: ProjectionRunner,
    toDos: ToDoWorkers,
    @Inject(Readiness) readiness: Readiness,
    @Inject(Metrics) metrics: Metrics,
  ) {
    announceEventStore(store, readiness);
    announceProjections(projections, readiness, metrics);
    announceToDos(toDos, metrics);
  }

  static forRoot({ openReadModels, restoreMark, openBlobs }: PlatformAdapters): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        CodecCatalogue,
        { provide: CodecRegistry, useExisting: CodecCatalogue },
        { provide: StreamsFactory, inject: [EventStore, CodecCatalogue, DataKeys, Clock], useFactory: streamsOver },
        { provide: EventDecoder, inject: [CodecCatalogue, DataKeys], useFactory: decoderOver },
        { provide: ReadModels, inject: [EventStore], useFactory: (store: EventStore) => derivedFrom(store, openReadModels()) },
        ProjectionRunner,
        { provide: Projections, useExisting: ProjectionRunner },
        ToDoWorkers,
        { provide: ToDos, useExisting: ToDoWorkers },
        {
          provide: AfterRestore,
          inject: [EventStore, ReadModels, ToDoWorkers],
          useFactory: async (store: EventStore, readModels: ReadModels, toDos: ToDoWorkers) =>
            new RestoreRecovery(await findRestore(store, readModels, restoreMark), restoreMark, toDos),
        },
        { provide: Blobs, inject: [DataKeys, Clock], useFactory: openBlobs },
      ],
      exports: [
        CodecRegistry,
        StreamsFactory,
        EventDecoder,
        ReadModels,
        Projections,
        ProjectionRunner,
        ToDos,
        ToDoWorkers,
        AfterRestore,
        Blobs,
      ],
    };
  }
}

async function derivedFrom(store: EventStore, readModels: ReadModels): Promise<ReadModels> {
  await refuseAnotherStore(store, readModels);
  return readModels;
}

function streamsOver(store: EventStore, catalogue: CodecCatalogue, keys: DataKeys, clock: Clock): StreamsFactory {
  return new EventSourcedStreamsFactory(store, catalogue, keys, clock);
}

function decoderOver(catalogue: CodecCatalogue, keys: DataKeys): EventDecoder {
  return new SealedEventDecoder(catalogue, new Sealer(keys));
}
