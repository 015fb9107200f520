import type { InboundMessage } from '../../domain/inbound-message/inbound-message.js';
import type { OfferedDocument } from './make-candidate.command.js';

/** The message's attachments, to be taken over as the candidate's documents. */
export function offeredDocuments(classified: InboundMessage['classified']): readonly OfferedDocument[] {
  const notes = classified?.attachments.read({ known: (attachments) => attachments, erased: () => [] }) ?? [];
  return notes.map(({ name, contentType, size }, index) => ({ index, name, contentType, size }));
}
