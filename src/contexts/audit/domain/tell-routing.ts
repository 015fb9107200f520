import { routingWords, rungWords } from './routing-words.js';
import type { Facts, Told } from './told.js';

/** One rule of the router in an explanation: what it asked and what it saw, or why it missed. */
export interface RungTold {
  readonly rung: string;
  readonly found: string;
  readonly candidateIds: readonly string[];
  readonly explanation: Told;
}

const answers: Readonly<Record<string, Told>> = {
  candidate: { en: 'Yes, it leads to the candidate.', de: 'Ja, das führt zur Person.' },
  filed: { en: 'Yes, and it is filed there.', de: 'Ja, und sie wird dort abgelegt.' },
  'set-aside': { en: 'Yes, and it is set aside.', de: 'Ja, und sie wird beiseitegelegt.' },
};

/** The trace that a routing event holds, rung by rung; `undefined` where the event holds none. */
export function tellRouting({ routing }: Facts): readonly RungTold[] | undefined {
  if (!isRecord(routing) || !Array.isArray(routing['rungs'])) return undefined;
  return routing['rungs'].filter(isRecord).map(tellRung);
}

function tellRung({ rung, found, reason, candidateIds }: Facts): RungTold {
  const [name, what] = [text(rung), text(found)];
  const question = own(rungWords, name) ?? { en: `${name}:`, de: `${name}:` };
  const answer = own(routingWords, text(reason)) ?? own(answers, what) ?? { en: text(reason) || what, de: text(reason) || what };
  return {
    rung: name,
    found: what,
    candidateIds: Array.isArray(candidateIds) ? candidateIds.map(text) : [],
    explanation: { en: `${question.en} ${answer.en}`, de: `${question.de} ${answer.de}` },
  };
}

function own(words: Readonly<Record<string, Told>>, code: string): Told | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null;
}
