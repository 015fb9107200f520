import type { Aggregate } from '#kernel/aggregate.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Codecs } from './codec.js';
import { CodecCatalogue } from './codec-catalogue.js';
import type { DataKeys } from './data-keys.port.js';
import type { EventStore } from './event-store.port.js';
import { readHistory } from './history.js';
import { replay } from './replay.js';
import { SealedEventDecoder } from './sealed-event-decoder.js';
import { Sealer } from './sealing/sealer.js';
import { streamName } from './stream-name.js';
import type { Streams } from './streams.js';

/** The streams of one aggregate for who may only read: beside the running service. */
export function recordedStreams<State, First extends DomainEvent, Later extends DomainEvent>(
  log: Pick<EventStore, 'readStream'>,
  keys: DataKeys,
  aggregate: Aggregate<State, First, Later>,
  codecs: Codecs<First | Later>,
): Pick<Streams<State, First, Later>, 'load'> {
  const { category } = aggregate;
  const catalogue = new CodecCatalogue();
  catalogue.register(category, codecs);
  const decoder = new SealedEventDecoder(catalogue, new Sealer(keys));
  return {
    load: async (companyId, id) => {
      const stream = streamName({ category, companyId, id });
      const history = stream === undefined ? undefined : await readHistory(log, stream);
      return history && { ...(await replay(aggregate, decoder, history)), receipt: history.receipt };
    },
  };
}
