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
  return html
    .slice(0, 100_000)
    .replace(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ');
}
