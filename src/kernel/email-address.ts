/** RFC 5321 limits: 64 octets of local part, 254 of the whole; RFC 5322 dot-atom local parts only, no quoted strings, no literals. */
const addressForm =
  /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Whether `text` is one plain e-mail address, without display name. */
export function isAddress(text: string): boolean {
  const local = text.slice(0, text.lastIndexOf('@'));
  return text.length <= 254 && addressForm.test(text) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

/** The form under which addresses are compared and looked up: trimmed, lower case, NFC. Mail systems compare local parts without case in practice. */
export function normalAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

export function sameAddress(one: string, other: string): boolean {
  return normalAddress(one) === normalAddress(other);
}

/** `local+detail@domain` in its parts, all in normal form (RFC 5233 subaddressing). `undefined` where it is no address. */
export function partsOf(address: string): { readonly local: string; readonly detail?: string; readonly domain: string } | undefined {
  const normal = normalAddress(address);
  if (!isAddress(normal)) return undefined;
  const at = normal.lastIndexOf('@');
  const [local = '', ...detail] = normal.slice(0, at).split('+');
  const domain = normal.slice(at + 1);
  return detail.length === 0 ? { local, domain } : { local, detail: detail.join('+'), domain };
}
