import { allow, refuse } from '#kernel/decision.js';
import type { NeededScopes } from '../asked.js';
import type { Scope } from '../scopes.js';
import type { Claims } from './claims.js';

/** Companies whose mail is read and handled with one scope only, whatever a route wants otherwise (the operator's: postmaster@, abuse@). */
export type ReservedCompanies = ReadonlyMap<string, Scope>;
export const ReservedCompanies = Symbol('ReservedCompanies');

const companyForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a token may do what a route wants in the company of the path (none: the platform). Another company is `not-found`, exactly like
 * one that does not exist, and it is asked before the scope, so that nothing about it can be guessed.
 */
export function may(claims: Claims, needed: NeededScopes, companyId: string | undefined, reserved: ReservedCompanies) {
  if (companyId === undefined && claims.company !== '*') return refuse('platform-token-needed');
  if (companyId !== undefined && !isFor(claims, companyId)) return refuse('not-found');
  const only = companyId === undefined ? undefined : reserved.get(companyId);
  const wanted: NeededScopes = only === undefined ? needed : { all: [only] };
  const has = (scope: Scope) => claims.scopes.includes(scope);
  const enough = 'all' in wanted ? wanted.all.every(has) : wanted.oneOf.some(has);
  const words = 'all' in wanted ? wanted.all.join(' and ') : wanted.oneOf.join(' or ');
  return enough ? allow(undefined) : refuse('scope-missing', { facts: { needed: words } });
}

/** Whether a token may do what concerns more than the subsidiaries that it is limited to. */
export function mayForAll({ subsidiaries }: Claims) {
  return subsidiaries === undefined ? allow(undefined) : refuse('whole-company-only');
}

function isFor(claims: Claims, companyId: string): boolean {
  return companyForm.test(companyId) && (claims.company === '*' || claims.company === companyId);
}
