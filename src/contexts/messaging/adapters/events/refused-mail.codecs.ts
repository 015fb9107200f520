import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type { MessageRefusedTooLarge } from '../../domain/refused-mail/events.js';

export const refusedMailCodecs: Codecs<MessageRefusedTooLarge> = {
  MessageRefusedTooLarge: codec(
    'refused-mail.too-large',
    storedFields<MessageRefusedTooLarge['data']>({ keyId: true, size: true, limit: true, sender: true, recipients: true }),
  ),
};
