import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type { MailboxEvent, MailboxProvisioned, SenderNameChosen } from '../../domain/recruiting-mailbox/events.js';

export const mailboxCodecs: Codecs<MailboxEvent> = {
  MailboxProvisioned: codec('mailbox.provisioned', storedFields<MailboxProvisioned['data']>({ serviceLocalPart: true })),
  SenderNameChosen: codec('mailbox.sender-name-chosen', storedFields<SenderNameChosen['data']>({ senderName: true })),
};
