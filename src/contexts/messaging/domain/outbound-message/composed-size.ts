/** Header fields, boundaries and what else stands around the parts. */
const around = 3_000;
const aroundPart = 400;

/** Octets of the composed mail, never less than what leaves: base64 makes 57 octets into a line of 78 with its end; quoted-printable at worst three of one. */
export function composedSize(content: {
  readonly textOctets: number;
  readonly htmlOctets: number;
  readonly attachmentOctets: readonly number[];
}): number {
  const texts = [content.textOctets, content.htmlOctets].map((octets) => Math.ceil(octets * 1.4));
  const attached = content.attachmentOctets.map((octets) => Math.ceil(octets / 57) * 78 + aroundPart);
  return [...texts, ...attached].reduce((sum, octets) => sum + octets, around);
}
