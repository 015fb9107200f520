import type { HistoryKind } from './kinds-of-history.js';
import type { Facts } from './told.js';

/**
 * Whether everything in a history belongs to these subsidiaries. Where the events do not say whose it is, it is the company's: a token
 * limited to subsidiaries does not see it.
 */
export function belongsTo(kind: HistoryKind, history: readonly Facts[], subsidiaries: readonly string[]): boolean {
  const named = namedIn(kind, history);
  return named.length > 0 && named.every((subsidiary) => subsidiary !== undefined && subsidiaries.includes(subsidiary));
}

function namedIn(kind: HistoryKind, history: readonly Facts[]): readonly (string | undefined)[] {
  switch (kind) {
    case 'mailboxes':
    case 'sent-messages':
      return history.slice(0, 1).map(({ subsidiaryId }) => text(subsidiaryId));
    case 'candidates':
      // One for each application: a person who applied elsewhere too is everybody's in part.
      return history.filter((facts) => Object.hasOwn(facts, 'job')).map(({ subsidiaryId }) => text(subsidiaryId));
    case 'received-messages':
      return history
        .map(({ subsidiary }) => subsidiary)
        .filter(isRecord)
        .slice(-1)
        .map(({ subsidiaryId }) => text(subsidiaryId));
    case 'companies':
    case 'employees':
      return [];
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null;
}
