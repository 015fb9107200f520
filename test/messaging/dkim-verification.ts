import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** RFC 6376 for relaxed/relaxed and rsa-sha256, written from the text of the standard: a second opinion on the signer. */
export function dkimVerifies(raw: string, publicKey: KeyObject): boolean {
  const end = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field));
  if (signature === undefined) return false;
  const tags = tagsOf(signature);
  if (
    createHash('sha256')
      .update(relaxedBody(raw.slice(end + 4)), 'latin1')
      .digest('base64') !== tags.get('bh')
  )
    return false;

  const named = (tags.get('h') ?? '').split(':').map((name) => name.trim().toLowerCase());
  const signed = named.flatMap((name) => fields.findLast((field) => field.toLowerCase().startsWith(`${name}:`)) ?? []);
  const unsigned = signature.replace(/([;\s]b=)[^;]*$|([;\s]b=)[^;]*(?=;)/, '$1$2');
  const hashed = [...signed.map((field) => `${relaxedField(field)}\r\n`), relaxedField(unsigned)].join('');
  return createVerify('sha256')
    .update(hashed, 'latin1')
    .verify(publicKey, tags.get('b') ?? '', 'base64');
}

function tagsOf(signature: string): ReadonlyMap<string, string> {
  const value = signature.slice(signature.indexOf(':') + 1);
  return new Map(
    value.split(';').map((tag) => {
      const [name = '', ...rest] = tag.split('=');
      return [name.trim(), rest.join('=').replace(/\s+/g, '')] as const;
    }),
  );
}

function relaxedField(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${field.slice(0, colon).trim().toLowerCase()}:${value.trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(\r\n)+$/, '');
  return text === '' ? '' : `${text}\r\n`;
}
