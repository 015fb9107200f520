import type { HeaderField } from '#contexts/messaging/domain/inbound-message/mail.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';
import { decodedText } from '#contexts/messaging/adapters/parsing/decoded-text.js';
import { fieldsOf } from '#contexts/messaging/adapters/parsing/header-fields.js';
import { bodyStart } from '#contexts/messaging/application/parsing/header-end.js';
import { straightened } from '#contexts/messaging/adapters/parsing/straightened.js';

/** The header as far as it can be read without a parser: its first 256 KB. */
export function rawHeader(raw: Uint8Array): readonly HeaderField[] {
  const start = straightened(raw.subarray(0, bounds.headers));
  return fieldsOf(decodedText(start.subarray(0, bodyStart(start) ?? start.length)));
}

/** The body as it stands, undecoded; with no empty line anywhere the whole mail. */
export function rawText(raw: Uint8Array): string {
  const mail = straightened(raw);
  const from = bodyStart(mail) ?? 0;
  return decodedText(mail.subarray(from, from + bounds.text))
    .replaceAll('\r\n', '\n')
    .trim();
}
