import type { DomainEvent } from '#kernel/domain-event.js';
import type { Codec, Codecs } from './codec.js';
import type { CodecRegistry } from './codec-registry.js';

/** A codec whose payload type is not known here any more. */
export type AnyCodec = Pick<Codec<never>, 'storedAs' | 'write'> & { readonly read: readonly ((stored: never) => object)[] };

export interface CatalogueEntry {
  readonly category: string;
  readonly eventType: string;
  readonly codec: AnyCodec;
}

/** Every codec of the house, by stored name and by event name. */
export class CodecCatalogue implements CodecRegistry {
  private readonly byStoredType = new Map<string, CatalogueEntry>();
  private readonly byEventType = new Map<string, CatalogueEntry>();
  private readonly categories = new Set<string>();

  register<Event extends DomainEvent>(category: string, codecs: Codecs<Event>): void {
    this.categories.add(category);
    for (const [eventType, codec] of Object.entries<AnyCodec>(codecs)) this.add({ category, eventType, codec });
  }

  knows(category: string): boolean {
    return this.categories.has(category);
  }

  ofStored(storedType: string): CatalogueEntry | undefined {
    return this.byStoredType.get(storedType);
  }

  ofEvent(eventType: string): CatalogueEntry | undefined {
    return this.byEventType.get(eventType);
  }

  private add(entry: CatalogueEntry): void {
    const known = this.byStoredType.get(entry.codec.storedAs) ?? this.byEventType.get(entry.eventType);
    if (known?.codec === entry.codec && known.category === entry.category && known.eventType === entry.eventType) return;
    if (known !== undefined) {
      throw new Error(
        `${entry.eventType} (${entry.codec.storedAs}) of ${entry.category}: the name is taken by ${known.eventType} of ${known.category}.`,
      );
    }
    this.byStoredType.set(entry.codec.storedAs, entry);
    this.byEventType.set(entry.eventType, entry);
  }
}
