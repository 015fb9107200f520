import type { Scope } from '../asked.js';
import { scopes } from '../scopes.js';

/** What a verified token says. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  /** A company's id, or `*` for the platform. */
  readonly company: string;
  readonly scopes: readonly Scope[];
  /** Subsidiary ids the token is limited to; absent: all. */
  readonly subsidiaries?: readonly string[];
}

/** The claims of a payload whose signature was verified; `undefined` where one that is needed is missing or of another form. */
export function claimsOf(payload: Readonly<Record<string, unknown>>): Claims | undefined {
  const { iss, sub, company, scope, subsidiaries } = payload;
  if (!isText(iss) || !isText(sub) || !isText(company) || typeof scope !== 'string') return undefined;
  const limited = limitOf(subsidiaries);
  if (limited === 'malformed') return undefined;
  const granted = scopes.filter((known) => scope.split(' ').includes(known));
  return { issuer: iss, subject: sub, company, scopes: granted, ...(limited === undefined ? {} : { subsidiaries: limited }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 500;
}

/** A limit that cannot be read is never taken for none. */
function limitOf(subsidiaries: unknown): readonly string[] | undefined | 'malformed' {
  if (subsidiaries === undefined) return undefined;
  return Array.isArray(subsidiaries) && subsidiaries.every(isText) ? subsidiaries : 'malformed';
}
