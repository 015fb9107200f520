import { accept, refuse } from '#kernel/decision.js';
import { type Company, subsidiaryOf } from './company.js';
import type { SubsidiaryRegistered } from './events.js';
import { isTag, looksLikeToken, tagFor } from './tag.js';

export interface NewSubsidiary {
  /** Follows from the caller's `externalId` where there is one: then it is the second use of that, if it exists already. */
  readonly subsidiaryId: string;
  readonly name: string;
  /** Derived from the name where nobody chose one. */
  readonly tag?: string;
  readonly externalId?: string;
}

/** RCPT TO reads the company's stream, which must stay short. */
const mostSubsidiaries = 200;

/** R91, decision "One service address per company": a subsidiary has a redirect target of its own, told apart by its tag. */
export function registerSubsidiary(company: Company, wanted: NewSubsidiary) {
  const { subsidiaryId, externalId } = wanted;
  if (subsidiaryOf(company, subsidiaryId) !== undefined)
    return refuse('external-id-taken', { field: 'externalId', facts: { id: subsidiaryId } });
  if (company.subsidiaries.length >= mostSubsidiaries) return refuse('too-many-subsidiaries', { facts: { most: mostSubsidiaries } });
  const name = wanted.name.trim();
  if (name === '') return refuse('name-missing', { field: 'name' });

  const taken = new Set(company.subsidiaries.map((subsidiary) => subsidiary.tag));
  const tag = wanted.tag ?? tagFor(name, taken);
  if (!isTag(tag)) return refuse('tag-malformed', { field: 'tag' });
  if (looksLikeToken(tag)) return refuse('tag-looks-like-a-token', { field: 'tag' });
  if (taken.has(tag)) return refuse('tag-taken', { field: 'tag', facts: { tag } });

  const data = { subsidiaryId, name, tag, ...(externalId === undefined ? {} : { externalId }) };
  return accept<SubsidiaryRegistered>({ type: 'SubsidiaryRegistered', data });
}
