import { widest, widthsOf } from './escapes.js';

const mask = '[…]';
/** A secret of fewer characters would take half of any text with it. */
const shortest = 3;

/**
 * Takes every secret out of what somebody else wrote: as it is or escaped, in whatever way an encoder chooses what to escape ({@link widthsOf}); as
 * hexadecimal digits; and in base64 (RFC 4648), wherever in a longer value it stands. The time it takes grows with the lengths of text and secret, whatever
 * whoever wrote them has in mind.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  const counting = secrets.filter((secret) => secret.length >= shortest);
  // Long ones first: a short one may be part of a longer one.
  const longestFirst = counting.flatMap(literalFormsOf).toSorted((one, other) => other.length - one.length);
  const withoutLiterals = longestFirst.reduce((rest, form) => rest.replaceAll(form, mask), text);
  return counting.toSorted((one, other) => other.length - one.length).reduce(withoutEscaped, withoutLiterals);
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function withoutEscaped(text: string, secret: string): string {
  let [result, done] = ['', 0];
  for (const { from, to } of placesOf(Array.from(secret), text)) {
    if (from >= done) result += text.slice(done, from) + mask;
    done = Math.max(done, to);
  }
  return result + text.slice(done);
}

/**
 * Where `characters` stand in `text`, in order. Goes through the text once and keeps for each place how far into the secret it may be, so that no two ways
 * to the same place are gone twice.
 */
function placesOf(characters: readonly string[], text: string): readonly Place[] {
  const found: Place[] = [];
  /** For this place in the text and those that can be reached from it: where it began, by how many characters of the secret stand before it. */
  const begun = Array.from({ length: widest }, () => new Int32Array(characters.length + 1).fill(-1));
  for (let at = 0; at < text.length; at++) {
    const here = begun[at % widest] ?? new Int32Array();
    here[0] = at;
    /** Asked once for each character, however often it is in the secret. */
    const widths = new Map<string, readonly number[]>();
    for (let before = 0; before < characters.length; before++) {
      const from = here[before] ?? -1;
      if (from === -1) continue;
      const character = characters[before] ?? '';
      const known = widths.get(character) ?? widthsOf(character, text, at);
      widths.set(character, known);
      for (const width of known) {
        const there = begun[(at + width) % widest];
        if (before + 1 === characters.length) found.push({ from, to: at + width });
        else if (there !== undefined) there[before + 1] = earlier(there[before + 1] ?? -1, from);
      }
    }
    here.fill(-1);
  }
  return found.toSorted((one, other) => one.from - other.from || other.to - one.to);
}

function earlier(one: number, other: number): number {
  return one === -1 ? other : Math.min(one, other);
}

function literalFormsOf(secret: string): readonly string[] {
  const digits = Buffer.from(secret, 'utf8').toString('hex');
  return [...new Set([digits, digits.toUpperCase(), ...base64FormsOf(secret)])];
}

/** In base64 a value looks one of three ways, by how many octets stand before it; its first and last characters are mixed with its neighbours'. */
function base64FormsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const aligned = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const mixedBefore = Math.ceil((before * 8) / 6);
    const mixedAfter = ((before + bytes.length) * 8) % 6 === 0 ? 0 : 1;
    return encoded.slice(mixedBefore, encoded.length - mixedAfter);
  });
  const urlSafe = aligned.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [bytes.toString('base64'), ...aligned, ...urlSafe].filter((form) => form.length >= shortest);
}
