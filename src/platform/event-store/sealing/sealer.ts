import { Personal } from '#kernel/personal.js';
import { type DataKey, DataKeyDestroyed, type DataKeys } from '../data-keys.port.js';
import { EventRefused } from '../event-store.port.js';
import type { Json } from './json.js';
import { isSealedField, openField, type SealedField, type SealedPlace, sealField } from './sealed-field.js';
import { escaped, toJson } from './walk.js';

type KeyRing = ReadonlyMap<string, DataKey | 'destroyed'>;

/** Personal fields of a stored payload, encrypted on the way in and opened or erased on the way out, below every reader. */
export class Sealer {
  constructor(private readonly keys: DataKeys) {}

  /** The payload as it is stored. What is written under a destroyed key is erased at once: it concerns somebody who was forgotten. */
  async seal(payload: object, place: SealedPlace): Promise<Json> {
    const keyIds = new Set<string>();
    toJson(payload, '', (personal) => {
      keyIds.add(personal.keyId);
      return null;
    });
    const ring = await this.ring(keyIds, (keyId) => this.provided(keyId));
    return toJson(payload, '', (personal, path) => ({ $sealed: sealed(personal, ring, place, path) }));
  }

  /** The payload as it was handed to {@link seal}. Throws `DataKeyMissing` for a key neither there nor buried, and {@link SealBroken}. */
  async open(stored: unknown, place: SealedPlace): Promise<unknown> {
    const keyIds = new Set<string>();
    mapSealed(stored, '', (field) => keyIds.add(field.key));
    const ring = await this.ring(keyIds, (keyId) => this.keys.find(keyId));
    return mapSealed(stored, '', (field, path) => opened(field, ring, place, path));
  }

  private async ring(keyIds: ReadonlySet<string>, get: (keyId: string) => Promise<DataKey | 'destroyed'>): Promise<KeyRing> {
    return new Map(await Promise.all([...keyIds].map(async (keyId) => [keyId, await get(keyId)] as const)));
  }

  private async provided(keyId: string): Promise<DataKey | 'destroyed'> {
    try {
      return await this.keys.provide(keyId);
    } catch (error) {
      if (error instanceof DataKeyDestroyed) return 'destroyed';
      throw error;
    }
  }
}

/** A personal field whose bytes are not those that were sealed, or that was moved. Never read as erased. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(path: string, options?: ErrorOptions) {
    super(`the seal of the field ${path} is broken`, options);
  }
}

function sealed(personal: Personal<unknown>, ring: KeyRing, place: SealedPlace, path: string): SealedField {
  const key = ring.get(personal.keyId);
  if (key === undefined) throw new Error(`No key was looked up for the field ${path}.`);
  if (key === 'destroyed') return { key: personal.keyId };
  return personal.read<SealedField>({
    known: (value) => sealField(key, JSON.stringify({ value: clearJson(value, path) }), place, path),
    // Destroyed keys stay destroyed: whoever hands this over mixes up keys.
    erased: () => {
      throw new EventRefused(`The field ${path} is erased, but its key is not destroyed.`);
    },
  });
}

/** `undefined` is a value of an optional personal field and comes back as such. */
function clearJson(value: unknown, path: string): Json | undefined {
  if (value === undefined) return undefined;
  return toJson(value, path, () => {
    throw new EventRefused(`The personal field ${path} holds another one.`);
  });
}

function opened(field: SealedField, ring: KeyRing, place: SealedPlace, path: string): Personal<unknown> {
  const key = ring.get(field.key);
  if (key === 'destroyed') return Personal.erased(field.key);
  if (key === undefined || !('text' in field)) throw new SealBroken(path);
  try {
    return Personal.under(field.key, valueIn(openField(key, field, place, path)));
  } catch (cause) {
    throw new SealBroken(path, { cause });
  }
}

function valueIn(clear: string): unknown {
  const json: unknown = JSON.parse(clear);
  return typeof json === 'object' && json !== null && 'value' in json ? json.value : undefined;
}

/** The stored payload with every sealed field replaced by what `found` makes of it. */
function mapSealed(stored: unknown, path: string, found: (field: SealedField, path: string) => unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  if (Array.isArray(stored)) return stored.map((item: unknown, index) => mapSealed(item, `${path}/${index}`, found));
  if (!('$sealed' in stored)) {
    const entries: readonly (readonly [string, unknown])[] = Object.entries(stored);
    return Object.fromEntries(entries.map(([name, item]) => [name, mapSealed(item, `${path}/${escaped(name)}`, found)]));
  }
  if (!isSealedField(stored.$sealed)) throw new SealBroken(path);
  return found(stored.$sealed, path);
}
