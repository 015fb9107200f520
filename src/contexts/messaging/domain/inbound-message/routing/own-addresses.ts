import { normalAddress, partsOf } from '#kernel/email-address.js';
import type { RecipientField, TokenSeen } from './evidence.js';

/** The service address of one company (R8, R11), in every mail domain that is or was ours, and its subsidiaries' tags. */
export interface OwnAddress {
  /** `acme-jobs` */
  readonly local: string;
  /** The mail domain, then its former ones (P16). */
  readonly domains: readonly string[];
  /** Subsidiary ids by tag. */
  readonly tags: ReadonlyMap<string, string>;
  /** Individual addresses that are or were the company's, in normal form, each with its subsidiary's id; "" for the company itself. */
  readonly individual: ReadonlyMap<string, string>;
}

export interface Addressed {
  readonly field: RecipientField;
  readonly address: string;
}

const tokenForm = /^[a-z2-7]{16,20}$/;
const referenceForm = /^<?r\.([a-z2-7]{16,20})@([^>]+)>?$/;

/** S4: only the plus part of our own local part at a domain of ours is a token; a subsidiary's tag is none. */
export function tokensAddressed(addressed: readonly Addressed[], own: OwnAddress): readonly TokenSeen[] {
  return addressed.flatMap(({ field, address }) => {
    const detail = ownDetail(address, own);
    return detail !== undefined && !own.tags.has(detail) && tokenForm.test(detail) ? [{ token: detail, field }] : [];
  });
}

/** Tokens in references of the form that our mail begins its References with. */
export function tokensReferred(references: readonly string[], own: OwnAddress): readonly TokenSeen[] {
  return references.flatMap((reference) => {
    const [, token, domain] = referenceForm.exec(normalAddress(reference)) ?? [];
    return token !== undefined && domain !== undefined && own.domains.includes(domain) ? [{ token, field: 'references' as const }] : [];
  });
}

/** The subsidiaries whose tagged or individual address is among the recipients: a redirect leaves To as it was (R91). */
export function subsidiariesAddressed(addressed: readonly Addressed[], own: OwnAddress): readonly string[] {
  const found = addressed.flatMap(({ address }) => {
    const detail = ownDetail(address, own);
    const tagged = detail === undefined ? undefined : own.tags.get(detail);
    const subsidiaryId = tagged ?? own.individual.get(normalAddress(address)) ?? '';
    return subsidiaryId === '' ? [] : [subsidiaryId];
  });
  return [...new Set(found)];
}

/** Whether the mail was addressed to an individual address, so that it came over the company's own redirect, and perhaps its own group. */
export function overOwnAddress(addressed: readonly Addressed[], own: OwnAddress): boolean {
  return addressed.some(({ address }) => own.individual.has(normalAddress(address)));
}

function ownDetail(address: string, own: OwnAddress): string | undefined {
  const parts = partsOf(address);
  return parts?.local === own.local && own.domains.includes(parts.domain) ? parts.detail : undefined;
}
