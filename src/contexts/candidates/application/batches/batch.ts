import type { Outcome, Refusal } from '#kernel/outcome.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { nameBasedId } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';

/** One thing of a batch, by the platform's own id of it. */
export interface Named {
  readonly externalId: string;
}

/** What became of one item. */
export type ItemResult = { readonly externalId: string } & (
  | {
      readonly result: 'created' | 'updated' | 'unchanged';
      readonly id: string;
      readonly position?: string;
      /** The fields of the item in which what is here is otherwise, and was left so. */
      readonly differs?: readonly string[];
    }
  | { readonly result: 'refused'; readonly refusal: Refusal }
);

/** So many at once: enough to keep the store busy, and few enough for everybody else. */
const atOnce = 8;

/**
 * Each item is a command of its own, whose id follows from the batch's and the item's: a batch that was cut off is repeated under its key, and
 * every item that wrote something answers as the first time. Results are in the order of the items.
 */
export async function eachOf<Item extends Named>(
  items: readonly Item[],
  cause: Cause,
  work: (item: Item, cause: Cause) => Promise<ItemResult>,
): Promise<readonly ItemResult[]> {
  const seen = new Set<string>();
  const firsts = items.map((item) => seen.size !== seen.add(item.externalId).size);
  const results: ItemResult[] = [];
  for (let begun = 0; begun < items.length; begun += atOnce) {
    const some = items.slice(begun, begun + atOnce).map((item, index) => {
      const own = { ...unconditionally(cause), commandId: nameBasedId('item', cause.commandId, item.externalId) };
      return firsts[begun + index] === true ? work(item, own) : Promise.resolve(twice(item));
    });
    results.push(...(await Promise.all(some)));
  }
  return results;
}

/** The same item under another step of it: a command id of its own. */
export function step(cause: Cause, name: string): Cause {
  return { ...cause, commandId: nameBasedId('step', cause.commandId, name) };
}

/** Between the look and the claim or the event: of what is there now, the item may say something else. */
export function somebodyWasFaster(reason: string): boolean {
  return ['external-id-taken', 'external-id-in-use', 'changed-meanwhile'].includes(reason);
}

/** Said only where there is something to say. */
export function differing(fields: readonly string[]): { readonly differs?: readonly string[] } {
  return fields.length === 0 ? {} : { differs: fields };
}

export function refused({ externalId }: Named, outcome: Extract<Outcome<unknown>, { ok: false }>): ItemResult {
  return { externalId, result: 'refused', refusal: outcome.refusal };
}

function twice({ externalId }: Named): ItemResult {
  return { externalId, result: 'refused', refusal: { reason: 'twice-in-batch', field: 'externalId', facts: { externalId } } };
}
