import type { Attachment } from 'mailparser';
import type { ParsedAttachment } from '#contexts/messaging/application/parsing/parsed-mail.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';

export function attachmentNotes(attachments: readonly Attachment[]): readonly ParsedAttachment[] {
  return attachments.slice(0, bounds.attachments).map((attachment, index) => ({
    index,
    name: nameOf(attachment, index),
    contentType: attachment.contentType.toLowerCase().slice(0, 200),
    size: attachment.size,
    sha256: attachment.checksum,
    inline: attachment.related === true || attachment.contentDisposition === 'inline',
    ...(attachment.cid !== undefined && { contentId: attachment.cid.slice(0, 200) }),
  }));
}

/** The last part of the name the sender gave, without control characters and directions of text; it is shown and offered, never opened. */
function nameOf({ filename, contentType }: Attachment, index: number): string {
  const given = (filename ?? '')
    .split(/[/\\]/u)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, bounds.attachmentName);
  if (given !== undefined && given !== '') return given;
  return contentType === 'message/rfc822' ? `message-${String(index + 1)}.eml` : `attachment-${String(index + 1)}`;
}
