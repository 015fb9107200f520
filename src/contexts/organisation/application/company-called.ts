import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import { companyIdOf, externalIdentity, externalIdIn } from '#platform/event-store/identity.js';
import { operatorSlug } from '../public/organisation.js';
import type { Companies } from './ports/companies.port.js';
import type { CompanyClaims } from './ports/company-claims.port.js';

/** Whose name space the platform's own names of companies are, and whose streams remember how one was registered. */
export const ownerOfNames = companyIdOf(operatorSlug);

/** What is asked which company has a name. */
export interface NamesOfCompanies {
  readonly claims: Pick<CompanyClaims, 'load'>;
  readonly companies: Pick<Companies, 'load'>;
  readonly keys: DataKeys;
}

/** The company behind an id or `external:<externalId>`; `undefined` where none has that name. */
export async function companyCalled(idOrExternal: string, { claims, companies, keys }: NamesOfCompanies): Promise<string | undefined> {
  const externalId = externalIdIn(idOrExternal);
  if (externalId === undefined) return idOrExternal;
  const claim = await claims.load(ownerOfNames, await claimIdOf(keys, externalId));
  const companyId = claim?.state.holder?.companyId;
  return companyId !== undefined && (await nameOf(companies, companyId)) === externalId ? companyId : undefined;
}

export async function nameOf(companies: Pick<Companies, 'load'>, companyId: string): Promise<string | undefined> {
  return (await companies.load(companyId, companyId))?.state.externalId;
}

export function claimIdOf(keys: DataKeys, externalId: string): Promise<string> {
  return externalIdentity(keys, ownerOfNames, 'company', externalId);
}
