const mask = '[…]';
/** A secret of fewer characters would take half of any text with it. */
const shortest = 3;

/**
 * Takes every secret out of what somebody else wrote: in plain, URL (RFC 3986), form and quoted-printable form (RFC 2045, 2047), as xtext (RFC 3461), in
 * HTML and JSON, mixed in whatever way an encoder chooses what to escape; as hexadecimal digits; and in base64 (RFC 4648), wherever in a longer value it stands.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf);
  // Long ones first: a short one may be part of a longer one.
  const longestFirst = forms.toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, { pattern }) => rest.replaceAll(pattern, mask), text);
}

interface Form {
  readonly pattern: string | RegExp;
  readonly length: number;
}

function formsOf(secret: string): readonly Form[] {
  const digits = Buffer.from(secret, 'utf8').toString('hex');
  const literal = new Set([digits, digits.toUpperCase(), ...base64FormsOf(secret)]);
  return [
    { pattern: new RegExp(Array.from(secret, eitherWay).join(''), 'gu'), length: secret.length },
    ...[...literal].map((pattern) => ({ pattern, length: pattern.length })),
  ];
}

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** A character as it is, or escaped: octet by octet, as an entity of HTML, in JSON; a space has signs of its own in forms and in header fields. */
function eitherWay(character: string): string {
  const octets = [...Buffer.from(character, 'utf8')].map((octet) => `[%=+]${hexadecimal(octet)}`).join('');
  const point = character.codePointAt(0) ?? 0;
  const units = Array.from({ length: character.length }, (_, index) => `\\\\u${hexadecimal(character.charCodeAt(index), 4)}`).join('');
  const entity = entities[character] === undefined ? [] : [`&${entities[character]};`];
  const ways = [octets, units, `&#0*${String(point)};`, `&#[xX]0*${hexadecimal(point, 0)};`, ...entity];
  return `(?:${ways.join('|')}|\\\\?${RegExp.escape(character)}${character === ' ' ? '|[+_]' : ''})`;
}

/** The digits in either case. */
function hexadecimal(number: number, length = 2): string {
  const digits = number.toString(16).padStart(length, '0');
  return Array.from(digits, (digit) => `[${digit}${digit.toUpperCase()}]`).join('');
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
