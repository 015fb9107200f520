/** Slug (28), `-jobs+` (6) and a tag of 30 fill the 64 characters of a local part. */
const longestTag = 30;
const tagForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** What our own conversation and envelope tokens look like: 80 bits in lower-case base32. */
const tokenForm = /^[a-z2-7]{16}$/;

/** Whether `text` may stand as plus part of a subsidiary's redirect target. */
export function isTag(text: string): boolean {
  return text.length <= longestTag && tagForm.test(text);
}

/** A tag that could be taken for a token would lead mail to a look-up that it is not meant for. */
export function looksLikeToken(text: string): boolean {
  return tokenForm.test(text);
}

/** A tag for a subsidiary of this name: what of it can stand in an address, numbered where it is taken already. */
export function tagFor(name: string, taken: ReadonlySet<string>): string {
  const base = inAddressLetters(name);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `-${number}`;
    const tag = `${cut(base, longestTag - suffix.length)}${suffix}`;
    if (!taken.has(tag) && !looksLikeToken(tag)) return tag;
  }
}

function inAddressLetters(name: string): string {
  const letters = name
    .replace(/ß/g, 'ss')
    .replace(/[äÄ]/g, 'ae')
    .replace(/[öÖ]/g, 'oe')
    .replace(/[üÜ]/g, 'ue')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return letters === '' ? 'subsidiary' : letters;
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/-$/, '');
}
