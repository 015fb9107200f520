/** RFC 5321 limits: 64 octets of local part, 254 of the whole; RFC 5322 dot-atom local parts only, no quoted strings, no literals. */
const addressForm =
  /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Whether `text` is one plain e-mail address, without display name. */
export function isAddress(text: string): boolean {
  const local = text.slice(0, text.lastIndexOf('@'));
  return (
    text.length <= 254 && addressForm.test(text.normalize('NFC')) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..')
  );
}

/**
 * The form under which addresses are compared and looked up: trimmed, lower case, NFC, an internationalised domain in its ASCII form. Mail systems compare local
 * parts without case in practice.
 */
export function normalAddress(address: string): string {
  return withAsciiDomain(address.trim().normalize('NFC')).toLowerCase();
}

export function sameAddress(one: string, other: string): boolean {
  return normalAddress(one) === normalAddress(other);
}

/** Letters of all scripts with their marks; nothing that has a meaning of its own in a URL. */
const domainForm = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** With an internationalised domain in its ASCII form (RFC 5890, 5891); the local part, and a domain that is ASCII or has no such form, stay as they are. */
export function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (at === -1 || !/\P{ASCII}/u.test(domain) || !domainForm.test(domain)) return address;
  const ascii = URL.parse(`http://${domain}`)?.hostname;
  return ascii === undefined ? address : `${address.slice(0, at)}@${ascii}`;
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
