import type { DomainEvent } from '#kernel/domain-event.js';

/** R15: whose name applicants see beside the sender address. */
export type SenderName = 'company' | 'employee';

/** R8: made by the service at once, without anybody's action. */
export type MailboxProvisioned = DomainEvent<
  'MailboxProvisioned',
  {
    /** R11: `<slug>-jobs`; the domain is configuration, because it changes over the years (P16). */
    readonly serviceLocalPart: string;
  }
>;

export type SenderNameChosen = DomainEvent<'SenderNameChosen', { readonly senderName: SenderName }>;

export type MailboxChanged = SenderNameChosen;
export type MailboxEvent = MailboxProvisioned | MailboxChanged;
