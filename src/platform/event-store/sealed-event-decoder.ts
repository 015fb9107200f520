import type { DomainEvent } from '#kernel/domain-event.js';
import type { AnyCodec, CodecCatalogue } from './codec-catalogue.js';
import { type EventDecoder, UnreadableEvent } from './event-decoder.port.js';
import type { StoredEvent } from './event-store.port.js';
import { type EventMetadata, readMetadata } from './metadata.js';
import type { Recorded } from './recorded.js';
import { SealBroken, type Sealer } from './sealing/sealer.js';
import { partsOfStream, type StreamName } from './stream-name.js';

/** Stored event to domain event: name, schema version, seals, codec. */
export class SealedEventDecoder implements EventDecoder {
  constructor(
    private readonly catalogue: CodecCatalogue,
    private readonly sealer: Sealer,
  ) {}

  async decode(stored: StoredEvent): Promise<Recorded<DomainEvent> | undefined> {
    const name = partsOfStream(stored.stream);
    if (name === undefined || !this.catalogue.knows(name.category)) return undefined;
    const metadata = metadataOf(stored, name);
    const entry = this.catalogue.ofStored(stored.type);
    if (entry?.category !== name.category) throw new UnreadableEvent(stored, 'no codec of its category has this stored name');
    const reader = entry.codec.read[Number(metadata.schema) - 1];
    if (reader === undefined) throw new UnreadableEvent(stored, `no reader for schema version ${metadata.schema}`);
    const payload = await this.payloadOf(stored, name);
    return { ...identityOf(stored, name), metadata, event: { type: entry.eventType, data: read(stored, reader, payload) } };
  }

  storedTypeOf(eventType: string): string | undefined {
    return this.catalogue.ofEvent(eventType)?.codec.storedAs;
  }

  private async payloadOf(stored: StoredEvent, { companyId }: StreamName): Promise<unknown> {
    try {
      const place = { companyId, stream: stored.stream, eventId: stored.id, type: stored.type };
      return await this.sealer.open(jsonOf(stored), place);
    } catch (error) {
      if (error instanceof SealBroken) throw new UnreadableEvent(stored, error.message, { cause: error });
      throw error;
    }
  }
}

function metadataOf(stored: StoredEvent, { companyId }: StreamName): EventMetadata {
  const metadata = readMetadata(stored.metadata);
  if (metadata === undefined) throw new UnreadableEvent(stored, 'its metadata is not what this service writes');
  if (metadata.companyId !== companyId) throw new UnreadableEvent(stored, 'its metadata names another company than its stream');
  return metadata;
}

function jsonOf(stored: StoredEvent): unknown {
  try {
    return JSON.parse(stored.data);
  } catch (cause) {
    throw new UnreadableEvent(stored, 'its data are no JSON', { cause });
  }
}

function read(stored: StoredEvent, reader: AnyCodec['read'][number], payload: unknown): object {
  try {
    // What `write` made, `read` must take: the compiler sees to it for the version of now, golden files for every older one.
    return reader(payload as never);
  } catch (cause) {
    throw new UnreadableEvent(stored, 'its codec cannot read it', { cause });
  }
}

function identityOf(stored: StoredEvent, name: StreamName) {
  return {
    eventId: stored.id,
    category: name.category,
    streamId: name.id,
    companyId: name.companyId,
    revision: stored.revision,
    recordedAt: stored.recordedAt,
    position: stored.position,
  };
}
