import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { StoredEvent } from '#platform/event-store/event-store.port.js';
import { hashOf } from '#platform/event-store/hash-chain.js';
import { readMetadata } from '#platform/event-store/metadata.js';
import { explainEvent } from '../domain/explain-event.js';
import { tellRouting } from '../domain/tell-routing.js';
import type { HistoryEvent } from './queries/read-history.query.js';
import { shownFacts } from './shown-facts.js';

/** A stored event with everything an auditor asks of it. */
export async function toldEvent(stored: StoredEvent, keys: DataKeys): Promise<HistoryEvent> {
  const metadata = readMetadata(stored.metadata);
  if (metadata === undefined) throw new Error(`Event ${stored.id} has metadata that this service does not write.`);
  const facts = await shownFacts(stored.data, keys);
  const routing = tellRouting(facts);
  const { actor, onBehalfOf, correlationId, causationId, commandId, schema, decidedAt, previousHash } = metadata;
  return {
    eventId: stored.id,
    revision: stored.revision,
    position: stored.position,
    type: stored.type,
    schema,
    recordedAt: stored.recordedAt.toISOString(),
    decidedAt,
    actor,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    correlationId,
    causationId,
    commandId,
    facts,
    explanation: explainEvent(stored.type, facts),
    ...(routing !== undefined && { routing }),
    hash: hashOf(stored),
    previousHash,
  };
}
