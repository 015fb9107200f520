import type { Streams } from '#platform/event-store/streams.js';
import type { MessageRefusedTooLarge } from '../../domain/refused-mail/events.js';
import type { RefusedMail } from '../../domain/refused-mail/refused-mail.js';

/** `refused-mail-<companyId>.<uuid of sender and day>` */
export type RefusedMails = Streams<RefusedMail, MessageRefusedTooLarge, never>;
export const RefusedMails = Symbol('RefusedMails');
