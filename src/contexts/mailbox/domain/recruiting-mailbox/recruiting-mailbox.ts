import type { Aggregate } from '#kernel/aggregate.js';
import type { MailboxChanged, MailboxProvisioned, SenderName } from './events.js';

export interface Mailbox {
  readonly serviceLocalPart: string;
  /** R2, R3: the service is the default; connections of the company's own are the other way. */
  readonly activeChannel: 'service';
  /** `undefined` until somebody chose; {@link senderNameOf} says what holds then. */
  readonly senderName?: SenderName;
}

export const recruitingMailbox: Aggregate<Mailbox, MailboxProvisioned, MailboxChanged> = {
  category: 'mailbox',

  create: ({ data }) => ({ serviceLocalPart: data.serviceLocalPart, activeChannel: 'service' }),

  evolve: (mailbox, { data }) => ({ ...mailbox, senderName: data.senderName }),
};

/** R15, P27: the company's name, unless the employee's was chosen. */
export function senderNameOf(mailbox: Mailbox): SenderName {
  return mailbox.senderName ?? 'company';
}
