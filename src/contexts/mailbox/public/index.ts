export { MailboxModule } from '../mailbox.module.js';
export type { MailboxEvent } from '../domain/recruiting-mailbox/events.js';
export { MailboxProvisioning } from './mailbox-provisioning.js';
export { Mailboxes, type EffectiveSettings, type SuppliedBy } from './mailboxes.js';
