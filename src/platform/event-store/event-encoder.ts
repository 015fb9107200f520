import type { Clock } from '#kernel/clock.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { AnyCodec, CatalogueEntry, CodecCatalogue } from './codec-catalogue.js';
import { EventRefused, type EventToAppend } from './event-store.port.js';
import { hashOf } from './hash-chain.js';
import { eventIdFrom } from './identity.js';
import type { EventMetadata } from './metadata.js';
import type { Sealer } from './sealing/sealer.js';
import type { Cause } from './streams.js';

/** Where the events of one decision go. */
export interface Target {
  readonly category: string;
  readonly stream: string;
  /** Of the first event. */
  readonly revision: bigint;
  /** Of the event before the first, as the store has it. */
  readonly previousHash: string;
}

/** Domain events to the bytes that are appended, made once per decision: every repeat of the append sends these. */
export class EventEncoder {
  constructor(
    private readonly catalogue: CodecCatalogue,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async encode(events: readonly DomainEvent[], target: Target, cause: Cause): Promise<readonly EventToAppend[]> {
    const decidedAt = this.clock.now().toISOString();
    const encoded: EventToAppend[] = [];
    let { revision, previousHash } = target;
    for (const [index, event] of events.entries()) {
      const { codec } = this.entryOf(event, target.category);
      const id = eventIdFrom(cause.commandId, target.stream, index);
      const data = await this.seal(event, codec, target.stream, id, cause);
      const metadata = JSON.stringify(metadataOf(cause, codec, decidedAt, previousHash));
      encoded.push({ id, type: codec.storedAs, data, metadata });
      previousHash = hashOf({ stream: target.stream, revision, id, type: codec.storedAs, metadata, data });
      revision += 1n;
    }
    return encoded;
  }

  private entryOf({ type }: DomainEvent, category: string): CatalogueEntry {
    const entry = this.catalogue.ofEvent(type);
    if (entry?.category !== category) throw new EventRefused(`The event ${type} has no codec in the category ${category}.`);
    return entry;
  }

  private async seal(event: DomainEvent, codec: AnyCodec, stream: string, eventId: string, { companyId }: Cause): Promise<string> {
    // Found by the event's own name; `Codecs` joins that name and the type of the payload.
    const payload = codec.write(event.data as never);
    return JSON.stringify(await this.sealer.seal(payload, { companyId, stream, eventId, type: codec.storedAs }));
  }
}

function metadataOf(cause: Cause, codec: AnyCodec, decidedAt: string, previousHash: string): EventMetadata {
  return {
    companyId: cause.companyId,
    actor: cause.actor,
    ...(cause.onBehalfOf === undefined ? {} : { onBehalfOf: cause.onBehalfOf }),
    correlationId: cause.correlationId,
    causationId: cause.causationId,
    commandId: cause.commandId,
    bodyDigest: cause.bodyDigest,
    schema: String(codec.read.length),
    decidedAt,
    previousHash,
  };
}
