import { candidatesExplained } from './explanations/candidates.js';
import { mailboxExplained } from './explanations/mailbox.js';
import { organisationExplained } from './explanations/organisation.js';
import { receivedMessagesExplained } from './explanations/received-messages.js';
import { sentMessagesExplained } from './explanations/sent-messages.js';
import type { Explanations, Facts, Told } from './told.js';
import { wordFor } from './words.js';

/** Every stored type of event of the house, explained; a spec compares them with the codecs. */
export const explanations: Explanations = {
  ...organisationExplained,
  ...mailboxExplained,
  ...candidatesExplained,
  ...receivedMessagesExplained,
  ...sentMessagesExplained,
};

/** What happened, as a sentence. An event of a type that this version does not know is told by its name. */
export function explainEvent(type: string, facts: Facts): Told {
  const told = new Map(Object.entries(explanations)).get(type);
  if (told === undefined) return { en: `${type} was recorded.`, de: `${type} wurde festgehalten.` };
  return { en: filled(told.en, facts, 'en'), de: filled(told.de, facts, 'de') };
}

function filled(template: string, facts: Facts, language: keyof Told): string {
  return template.replace(/\{(#?)([\w.]+)\}/g, (_, coded: string, path: string) => {
    const value = valueAt(facts, path.split('.'));
    return typeof value === 'string' && coded === '' ? value : inWords(value, language);
  });
}

function valueAt(facts: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return facts;
  if (typeof facts !== 'object' || facts === null || !Object.hasOwn(facts, name)) return undefined;
  return valueAt(new Map(Object.entries(facts)).get(name), rest);
}

function inWords(value: unknown, language: keyof Told): string {
  if (Array.isArray(value)) return value.map((each) => inWords(each, language)).join(', ') || '–';
  if (typeof value === 'boolean') return wordFor(value ? 'yes' : 'no', language);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? wordFor(value, language) : '–';
}
