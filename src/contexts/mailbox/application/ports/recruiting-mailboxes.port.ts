import type { Streams } from '#platform/event-store/streams.js';
import type { MailboxChanged, MailboxProvisioned } from '../../domain/recruiting-mailbox/events.js';
import type { Mailbox } from '../../domain/recruiting-mailbox/recruiting-mailbox.js';

export type RecruitingMailboxes = Streams<Mailbox, MailboxProvisioned, MailboxChanged>;
export const RecruitingMailboxes = Symbol('RecruitingMailboxes');
