const mask = '[…]';
/** A secret of fewer characters would take half of any text with it. */
const shortest = 3;

/** Takes every secret out of what somebody else wrote: in plain, base64 (wherever in a longer value it stands), URL and quoted-printable form. */
export function redacted(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf);
  // Long ones first: a short one may be part of a longer one.
  return forms.toSorted((one, other) => other.length - one.length).reduce((rest, form) => rest.replaceAll(form, mask), text);
}

function formsOf(secret: string): readonly string[] {
  const quoted = quotedPrintable(secret);
  const percent = encodeURIComponent(secret);
  const form = percent.replaceAll('%20', '+');
  const everyForm = [secret, ...base64FormsOf(secret), percent, form, quoted, percent.toLowerCase(), quoted.toLowerCase()];
  return [...new Set(everyForm)].filter((each) => each.length >= shortest);
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

function quotedPrintable(secret: string): string {
  const octets = [...Buffer.from(secret, 'utf8')];
  return octets
    .map((octet) => (isPrintable(octet) ? String.fromCharCode(octet) : `=${octet.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');
}

/** RFC 2045, 6.7. */
function isPrintable(octet: number): boolean {
  return octet >= 33 && octet <= 126 && octet !== 61;
}
