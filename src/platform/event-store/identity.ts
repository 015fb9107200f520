import { v5 } from 'uuid';
import type { DataKeys } from './data-keys.port.js';

/** Fixed for ever: every id that follows from a name hangs on it. */
const namespace = '6f1c2d84-3b5e-5a0c-9d57-0e4a8c7b21f3';

/** A UUID v5 of the parts, in this order; `['a', 'bc']` and `['ab', 'c']` differ. */
export function nameBasedId(...parts: readonly [string, ...string[]]): string {
  return v5(JSON.stringify(parts), namespace);
}

/** The account's slug is the company's identity, so that the company's own stream keeps slugs unique. */
export function companyIdOf(slug: string): string {
  return nameBasedId('company', slug);
}

/** The id of what a command creates: a repeated creation meets its own stream. */
export function idFromCommand(commandId: string, category: string): string {
  return nameBasedId('stream', commandId, category);
}

/** The id of the `index`th event that a command adds to a stream: a repeat is recognised by it. */
export function eventIdFrom(commandId: string, stream: string, index: number): string {
  return nameBasedId('event', commandId, stream, String(index));
}

const prefix = 'external:';

/** What the caller called it, of `external:<the caller's own id>`; `undefined` where it is an id of ours. */
export function externalIdIn(idOrExternal: string): string | undefined {
  return idOrExternal.startsWith(prefix) ? idOrExternal.slice(prefix.length) : undefined;
}

/** The id of what a caller names by its own `externalId`, unguessable from outside; after an erasure with the next generation, from 1. */
export async function externalIdentity(
  keys: DataKeys,
  companyId: string,
  category: string,
  externalId: string,
  generation = 1,
): Promise<string> {
  const mac = await keys.hmac('external-id', companyId, category, externalId);
  return nameBasedId('external', Buffer.from(mac).toString('base64url'), String(generation));
}

/** The id behind an id, or behind `external:<the caller's own id>`. */
export async function idBehind(keys: DataKeys, companyId: string, category: string, idOrExternal: string): Promise<string> {
  const externalId = externalIdIn(idOrExternal);
  return externalId === undefined ? idOrExternal : externalIdentity(keys, companyId, category, externalId);
}
