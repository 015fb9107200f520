import { Personal } from '#kernel/personal.js';
import { EventRefused } from '../event-store.port.js';
import type { Json } from './json.js';

/** What becomes of a personal field that was found at `path` (RFC 6901, from the root of the payload). */
export type PersonalToJson = (personal: Personal<unknown>, path: string) => Json;

/**
 * The payload as JSON, or {@link EventRefused} where JSON would silently make something else of it (a Date, a bigint, NaN).
 * Absent properties stay away. Lone surrogates, which a mail can bring and RFC 8785 cannot express, become U+FFFD.
 */
export function toJson(value: unknown, path: string, personal: PersonalToJson): Json {
  if (value instanceof Personal) return personal(value, path);
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'boolean' || value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (Array.isArray(value)) return value.map((item: unknown, index) => toJson(item, `${path}/${index}`, personal));
  if (isRecord(value)) return recordToJson(value, path, personal);
  throw new EventRefused(`What stands at ${path === '' ? 'the root' : path} of the payload cannot be stored as JSON.`);
}

function recordToJson(record: Readonly<Record<string, unknown>>, path: string, personal: PersonalToJson): Json {
  if ('$sealed' in record) throw new EventRefused(`The name $sealed at ${path} of the payload belongs to the event store.`);
  const present = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [name.toWellFormed(), toJson(value, `${path}/${escaped(name.toWellFormed())}`, personal)]),
  );
}

/** Plain objects only: a class would be stored without its behaviour and read as something else. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
