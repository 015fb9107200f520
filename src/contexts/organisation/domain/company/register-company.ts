import { allow, refuse } from '#kernel/decision.js';
import type { CompanyRegistered } from './events.js';
import { canonicalLanguage } from './language.js';
import { isSlug, reservedSlug } from './slug.js';
import { isTimeZone } from './time-zone.js';

export interface NewCompany {
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly externalId?: string;
}

/** R8, R11: the account's slug gives its service address; that nobody else has it is said by the stream's own name. */
export function registerCompany(wanted: NewCompany) {
  if (!isSlug(wanted.slug)) return refuse('slug-malformed', { field: 'slug' });
  if (wanted.slug === reservedSlug) return refuse('slug-reserved', { field: 'slug' });
  const name = wanted.name.trim();
  if (name === '') return refuse('name-missing', { field: 'name' });

  const languages = new Set<string>();
  for (const tag of wanted.languages) {
    const language = canonicalLanguage(tag);
    if (language === undefined) return refuse('language-unknown', { field: 'languages', facts: { language: tag } });
    languages.add(language);
  }
  if (languages.size === 0) return refuse('language-missing', { field: 'languages' });
  if (!isTimeZone(wanted.timeZone)) return refuse('time-zone-unknown', { field: 'timeZone', facts: { timeZone: wanted.timeZone } });

  const { slug, timeZone, externalId } = wanted;
  const data = { slug, name, languages: [...languages], timeZone, ...(externalId === undefined ? {} : { externalId }) };
  return allow<CompanyRegistered>({ type: 'CompanyRegistered', data });
}
