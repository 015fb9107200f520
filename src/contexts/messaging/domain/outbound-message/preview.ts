const longest = 200;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The first 200 characters that a person would read, on one line. Only a hint for lists: the content itself is never cut. */
export function previewOf({ text, html }: { readonly text?: string; readonly html?: string }): string {
  const words = text === undefined || text.trim() === '' ? wordsOf(html ?? '') : text;
  return words
    .slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}

function wordsOf(html: string): string {
  return (
    withoutSilentParts(html.slice(0, 100_000))
      // Not `[^>]*`: where nothing closes, every `<` would be followed to the end again.
      .replace(/<[^<>]*>/g, ' ')
      .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? ' ')
      .replace(/\s+/g, ' ')
  );
}

/** Without what is in the mail and never read. Looks at each character twice at most, whatever somebody opens and never closes. */
function withoutSilentParts(html: string): string {
  const lower = html.toLowerCase();
  const unclosed = new Set<string>();
  let spoken = '';
  let at = 0;
  for (const { index, 1: name = '' } of lower.matchAll(/<(style|script|head)\b/g)) {
    if (index < at || unclosed.has(name)) continue;
    const end = lower.indexOf(`</${name}`, index);
    if (end === -1) unclosed.add(name);
    else {
      spoken += `${html.slice(at, index)} `;
      at = end;
    }
  }
  return spoken + html.slice(at);
}
