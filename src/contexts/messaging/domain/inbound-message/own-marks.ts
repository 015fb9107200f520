/** What looks like ours in a mail: by its form under a domain of ours. Whether it is, only a look-up inside the company can say. */
export interface OwnMarks {
  /** Conversation and envelope tokens: plus parts of service addresses, and `<r.{token}@domain>`. */
  readonly tokens: readonly string[];
  /** Ids of outbound messages: `<{id}@domain>`. */
  readonly outboundMessageIds: readonly string[];
}

export const noMarks: OwnMarks = { tokens: [], outboundMessageIds: [] };

const most = 50;
const token = '[a-z2-7]{16,20}';
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * The marks in any text: addresses, Message-IDs, quoted or not. `domains` are the mail domain and its former ones. At most 50 of each
 * kind; letters in any case, because some systems shout.
 */
export function ownMarksIn(text: string, domains: readonly string[]): OwnMarks {
  if (domains.length === 0 || !text.includes('@')) return noMarks;
  const domain = `@(?:${domains.map(literally).join('|')})(?![a-z0-9-]|\\.[a-z0-9])`;
  return {
    tokens: firstGroups(text, new RegExp(`(?:-jobs\\+|(?<![a-z0-9])r\\.)(${token})${domain}`, 'giu')),
    outboundMessageIds: firstGroups(text, new RegExp(`(?<![0-9a-z-])(${uuid})${domain}`, 'giu')),
  };
}

export function marksTogether(...found: readonly OwnMarks[]): OwnMarks {
  return {
    tokens: [...new Set(found.flatMap((marks) => marks.tokens))].slice(0, most),
    outboundMessageIds: [...new Set(found.flatMap((marks) => marks.outboundMessageIds))].slice(0, most),
  };
}

function firstGroups(text: string, form: RegExp): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(form)) {
    if (match[1] !== undefined) found.add(match[1].toLowerCase());
    if (found.size >= most) break;
  }
  return [...found];
}

const literally = (domain: string) => domain.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&');
