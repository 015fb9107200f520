import { decodedText } from '#contexts/messaging/adapters/parsing/decoded-text.js';
import { bodyStart } from '#contexts/messaging/application/parsing/header-end.js';

/** Much more than any header: what a mail's line ends are shows early. */
const looksAt = 65_536;

/**
 * The mail as mailparser can read it. It silently finds no header where a blank line or an mbox `From ` line comes first or where lines
 * end in a bare CR, and takes 8-bit header bytes for UTF-8 whatever they are.
 */
export function straightened(raw: Uint8Array): Uint8Array {
  return readableHeader(withoutPreamble(withLineFeeds(raw)));
}

function withLineFeeds(raw: Uint8Array): Uint8Array {
  const start = raw.subarray(0, looksAt);
  if (start.includes(10) || !start.includes(13)) return raw;
  return raw.map((byte) => (byte === 13 ? 10 : byte));
}

function withoutPreamble(raw: Uint8Array): Uint8Array {
  let at = 0;
  while (raw[at] === 10 || raw[at] === 13) at += 1;
  const mboxLine = /^>?From [^\r\n:]{0,500}\r?\n/.exec(Buffer.from(raw.subarray(at, at + 512)).toString('latin1'));
  return raw.subarray(at + (mboxLine?.[0].length ?? 0));
}

/** Only where the header is no UTF-8: everything else stays byte for byte. */
function readableHeader(raw: Uint8Array): Uint8Array {
  const end = Math.min(bodyStart(raw) ?? raw.length, 1_048_576);
  const header = raw.subarray(0, end);
  const asItStands = decodedText(header);
  return Buffer.byteLength(asItStands) === header.length ? raw : Buffer.concat([Buffer.from(asItStands), raw.subarray(end)]);
}
