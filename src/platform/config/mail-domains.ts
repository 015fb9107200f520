import type { Config } from './config.js';

/** The mail domain, then its former ones, to which mail still arrives (P16). */
export function mailDomainsOf({ mailDomain, formerMailDomains }: Pick<Config, 'mailDomain' | 'formerMailDomains'>): readonly string[] {
  return [mailDomain, ...formerMailDomains];
}
