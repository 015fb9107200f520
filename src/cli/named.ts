import type { RecordedOrganisation } from '../contexts/organisation/public/recorded.js';
import { companyIdOf, externalIdIn } from '../platform/event-store/identity.js';
import { CommandFailed } from './command-failed.js';

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The id behind a company's slug, id or `external:<the platform's own id>`, which alone is looked up; `undefined` where none is called so. */
export async function companyIdNamed(named: string, organisation: Pick<RecordedOrganisation, 'companyId'>): Promise<string | undefined> {
  if (isId(named)) return named;
  if (externalIdIn(named) !== undefined) return orNobody(organisation.companyId(named));
  if (!/^[a-z0-9](?:[a-z0-9-]{0,26}[a-z0-9])?$/.test(named))
    throw new CommandFailed('--company must be the slug of a company, such as acme, its id, or external:<your own id of it>.');
  return companyIdOf(named);
}

/** The key that hides external ids is made with the first of them. Who only reads makes none; where it is missing nobody has such an id. */
export async function orNobody<Found>(looked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY') return undefined;
    throw error;
  }
}
