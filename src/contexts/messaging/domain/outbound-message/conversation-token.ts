const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first 80 bits as 16 lower-case base32 characters (RFC 4648): short enough for a local part, and no letter case to lose. */
export function tokenFrom(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, place) => alphabet.charAt(Number((bits >> BigInt(75 - 5 * place)) & 31n))).join('');
}

/** First in References on every mail of a conversation: clients copy it into the answer, whatever the provider did to the Message-ID (D12). */
export function conversationReference(token: string, mailDomain: string): string {
  return `<r.${token}@${mailDomain}>`;
}
