/** RFC 5322 2.1.1 allows 998 a line; longer fields get cut or refused on the way, and then the thread is lost (design.md, Outbound). */
export const longestReferences = 1_500;

const wellFormed = /^<[^\s<>@]{1,250}@[^\s<>@]{1,250}>$/u;

/** The thread as an answer carries it on: what the answered mail referred to, then the mail itself. Anything that is no Message-ID is left out. */
export function threadOf(answered: { readonly references: readonly string[]; readonly messageId?: string }): readonly string[] {
  const all = [...answered.references, ...(answered.messageId === undefined ? [] : [answered.messageId])];
  return [...new Set(all.map(bracketed).filter((id) => wellFormed.test(id)))];
}

/** `first` (our token, D12), then as many of the newest of the thread as fit; the very last stays whatever else must go. */
export function boundedReferences(first: string, thread: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let length = first.length;
  for (const id of thread.toReversed()) {
    if (id === first) continue;
    length += id.length + 1;
    if (length > longestReferences) break;
    kept.unshift(id);
  }
  return [first, ...kept];
}

function bracketed(id: string): string {
  const bare = id.trim();
  return bare.startsWith('<') ? bare : `<${bare}>`;
}
