import type { Loaded } from '#platform/event-store/streams.js';
import type { RefusedMail } from '../../domain/refused-mail/refused-mail.js';
import type { ReceivedMessage } from './received-message.js';

/** What is known of a mail that was too large: its envelope and its size. `erased` where nothing of the envelope is left. */
export function showRefusedMail(messageId: string, { state, receipt }: Loaded<RefusedMail>): ReceivedMessage | 'erased' {
  const { size, limit } = state;
  const envelopeSender = state.sender.read({ known: (address) => address, erased: () => undefined });
  if (envelopeSender === undefined) return 'erased';
  return {
    messageId,
    revision: receipt.revision,
    place: 'refused-too-large',
    reason: `It has more octets than the ${String(limit)} that are taken in. Its sender was told so; nothing of its content was kept.`,
    envelopeSender,
    recipients: state.recipients.read({ known: (addresses) => addresses, erased: () => [] }),
    size,
    limit,
    ...nothingKept,
  };
}

const nothingKept = {
  evidence: [],
  from: [],
  to: [],
  subject: '',
  preview: '',
  attachments: [],
  proposals: [],
  opened: false,
  handled: false,
  expiryNeedsConfirmation: false,
} as const;
