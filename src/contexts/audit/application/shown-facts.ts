import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Facts } from '../domain/told.js';

/**
 * Stored data as an auditor may see them: nobody reads personal fields here, only whether they are there still. Throws `DataKeyMissing`
 * where the vault is older than the log.
 */
export async function shownFacts(data: string, keys: DataKeys): Promise<Facts> {
  const stored: unknown = JSON.parse(data);
  const shown = await show(stored, keys);
  if (!isRecord(shown)) throw new Error('The data of an event are no object.');
  return shown;
}

async function show(stored: unknown, keys: DataKeys): Promise<unknown> {
  if (Array.isArray(stored)) return Promise.all(stored.map((each) => show(each, keys)));
  if (!isRecord(stored)) return stored;
  if (Object.hasOwn(stored, '$sealed')) return sealed(stored['$sealed'], keys);
  const shown: (readonly [string, unknown])[] = [];
  for (const [name, value] of Object.entries(stored)) shown.push([name, await show(value, keys)]);
  return Object.fromEntries(shown);
}

async function sealed(field: unknown, keys: DataKeys): Promise<'[personal]' | '[erased]'> {
  // What is sealed in another form is damaged; that is for the verification of hashes to say, and it is personal all the same.
  if (!isRecord(field) || typeof field['key'] !== 'string') return '[personal]';
  return (await keys.find(field['key'])) === 'destroyed' ? '[erased]' : '[personal]';
}

function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
