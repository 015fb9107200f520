import { Personal } from '#kernel/personal.js';

/** A payload as a person reads it in a golden file: personal values, dates and bigints under names of their own. */
export function legible(value: unknown): unknown {
  if (value instanceof Personal) {
    return { $personal: { key: value.keyId, value: value.read<unknown>({ known: legible, erased: () => 'erased' }) } };
  }
  if (value instanceof Date) return { $date: value.toISOString() };
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  if (Array.isArray(value)) return value.map(legible);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([name, item]) => [name, legible(item)]));
}

/** What a codec's reader is given: the stored form of a golden file, its personal values opened. Dates and bigints are no stored form. */
export function opened(stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map(opened);
  if (typeof stored !== 'object' || stored === null) return stored;
  if ('$personal' in stored) return personalOf(stored.$personal);
  return Object.fromEntries(Object.entries(stored).map(([name, item]) => [name, opened(item)]));
}

function personalOf(marked: unknown): Personal<unknown> {
  if (typeof marked !== 'object' || marked === null || !('key' in marked) || typeof marked.key !== 'string')
    throw new Error('A personal value of a golden file has no key.');
  return Personal.under(marked.key, 'value' in marked ? marked.value : undefined);
}
