/** No character becomes as many characters or more (an entity of HTML with its leading zeros has 17). */
export const widest = 18;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What an escape begins with. */
const signs = '\\%=+&_';
const none: readonly number[] = [];
/** By their length in UTF-16. */
const plain: readonly (readonly number[])[] = [none, [1], [2]];
const entityForm = /&(?:#0{0,7}(\d{1,7})|#[xX]0{0,7}([0-9a-fA-F]{1,6})|([a-z]{2,4}));/y;
const octetForm = /[%=+]([0-9a-fA-F]{2})/y;
const unitForm = /\\u([0-9a-fA-F]{4})/y;

/**
 * How many characters of `text` at `from` may stand for `character`, in every way that an encoder may have chosen: as it is; octet by octet as in
 * URLs (RFC 3986), quoted-printable (RFC 2045, 2047) or xtext (RFC 3461); as an entity of HTML; in JSON; a space has signs of its own in forms and in header fields.
 */
export function widthsOf(character: string, text: string, from: number): readonly number[] {
  const sign = text[from] ?? '';
  const asItIs = text.startsWith(character, from);
  if (!signs.includes(sign)) return asItIs ? (plain[character.length] ?? []) : none;
  const widths = asItIs ? [character.length] : [];
  if (character === ' ' && (sign === '+' || sign === '_')) widths.push(1);
  if (sign === '\\') widths.push(...inJson(character, text, from));
  if (sign === '%' || sign === '=' || sign === '+') widths.push(...octetByOctet(character, text, from));
  if (sign === '&') widths.push(...asEntity(character, text, from));
  return widths;
}

function octetByOctet(character: string, text: string, from: number): readonly number[] {
  const octets = Buffer.from(character, 'utf8');
  const all = octets.every((octet, index) => parsed(octetForm, text, from + 3 * index, 16) === octet);
  return all ? [3 * octets.length] : [];
}

function inJson(character: string, text: string, from: number): readonly number[] {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const all = units.every((unit, index) => parsed(unitForm, text, from + 6 * index, 16) === unit);
  const short = JSON.stringify(character).slice(1, -1);
  const escaped = short === character ? `\\${character}` : short;
  return [...(all ? [6 * units.length] : []), ...(text.startsWith(escaped, from) ? [escaped.length] : [])];
}

function asEntity(character: string, text: string, from: number): readonly number[] {
  entityForm.lastIndex = from;
  const [whole, decimal, hexadecimal, name = ''] = entityForm.exec(text) ?? [];
  if (whole === undefined) return [];
  const point = character.codePointAt(0);
  const same =
    decimal !== undefined
      ? Number(decimal) === point
      : hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16) === point
        : entities[name] === character;
  return same ? [whole.length] : [];
}

function parsed(form: RegExp, text: string, from: number, radix: number): number | undefined {
  form.lastIndex = from;
  const [, digits] = form.exec(text) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, radix);
}
