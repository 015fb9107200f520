import { convert } from 'html-to-text';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';

/** html-to-text walks the tree, quadratic in its depth: markup with more tags than this is stripped instead. */
const mostTags = 20_000;

/** Text out of HTML, for previews, searching and the ladder; bounded, links and images left out. */
export function derivedText(html: string): string {
  const start = html.slice(0, bounds.derivedFrom);
  if ((start.match(/</gu)?.length ?? 0) > mostTags) return stripped(start);
  try {
    return convert(start, {
      wordwrap: false,
      limits: { maxInputLength: bounds.derivedFrom, maxDepth: 200, maxChildNodes: 10_000, ellipsis: '' },
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'a', options: { ignoreHref: true } },
      ],
    });
  } catch {
    // Whatever the converter stumbled over, the words are still there.
    return stripped(start);
  }
}

function stripped(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[^>]*>[^<]*/giu, ' ')
    .replaceAll(/<[^<>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
