import type { AttachmentBytes } from '#contexts/messaging/adapters/parsing/parser-job.js';
import { readStructure } from '#contexts/messaging/adapters/parsing/read-structure.js';

/** The decoded bytes of one attachment, in memory of their own so that they can change threads. */
export async function readAttachment(raw: Uint8Array, index: number): Promise<AttachmentBytes | undefined> {
  const attachment = (await readStructure(raw)).attachments[index];
  return attachment === undefined ? undefined : { bytes: new Uint8Array(attachment.content), sha256: attachment.checksum };
}
