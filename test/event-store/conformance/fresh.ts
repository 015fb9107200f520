import { randomBytes, randomUUID } from 'node:crypto';
import type { AppendOutcome, EventStore, EventToAppend, StoredEvent } from '#platform/event-store/event-store.port.js';
import type { Position } from '#kernel/position.js';

/** A category that nobody else writes, so that tests can share a log. */
export function freshCategory(): string {
  return `conformance-${randomBytes(12).toString('hex').replaceAll(/[0-9]/g, 'x')}`;
}

export function freshStream(category = freshCategory()): string {
  return `${category}-${randomUUID()}.${randomUUID()}`;
}

export function freshEvent(type = 'conformance.happened', data: object = {}): EventToAppend {
  return { id: randomUUID(), type, data: JSON.stringify(data), metadata: JSON.stringify({ companyId: randomUUID() }) };
}

export function freshEvents(count: number): readonly EventToAppend[] {
  return Array.from({ length: count }, (_, number) => freshEvent('conformance.happened', { number }));
}

/** Appends that must succeed, one event each, one after the other. */
export async function appendOneByOne(store: EventStore, stream: string, events: readonly EventToAppend[], next = 0n): Promise<void> {
  let revision = next;
  for (const event of events) {
    successful(await store.append(stream, revision === 0n ? 'noStream' : revision - 1n, [event]));
    revision += 1n;
  }
}

export function successful(outcome: AppendOutcome): { readonly revision: bigint; readonly position: Position } {
  if (!outcome.ok) throw new Error(`The append met revision ${String(outcome.actual)} instead.`);
  return outcome;
}

export function idsOf(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map(({ id }) => id);
}

/** Every event of the category after `after`, page by page. */
export async function readOn(
  store: EventStore,
  category: string,
  after: Position | undefined,
  limit = 500,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  let page = await store.readAll(after, { categories: [category] }, limit);
  events.push(...page.events);
  while (!page.end) {
    page = await store.readAll(page.next, { categories: [category] }, limit);
    events.push(...page.events);
  }
  return events;
}
