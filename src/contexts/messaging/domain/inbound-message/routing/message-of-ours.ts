import type { Known, RoutableMail, Sent } from './evidence.js';

/** The message of ours that a report or an auto-reply is about. The envelope's token first: one bounce in five quotes nothing. */
export function messageOfOurs(mail: RoutableMail, known: Known): Sent | undefined {
  const seen = [...byField(mail, 'envelope'), ...mail.tokens.map(({ token }) => token), ...mail.quoted.tokens];
  return (
    first(byField(mail, 'envelope'), known.envelope) ??
    first([...mail.answers, ...mail.quoted.messageIds], known.message) ??
    first(seen, known.envelope) ??
    first(seen, known.conversation)?.newest
  );
}

function byField(mail: RoutableMail, field: 'envelope'): readonly string[] {
  return mail.tokens.filter((seen) => seen.field === field).map(({ token }) => token);
}

function first<Found>(clues: readonly string[], lookUp: (clue: string) => Found | undefined): Found | undefined {
  for (const clue of clues) {
    const found = lookUp(clue);
    if (found !== undefined) return found;
  }
  return undefined;
}
