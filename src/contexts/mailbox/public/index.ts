export { MailboxModule } from '../mailbox.module.js';
export type { MailboxEvent } from '../domain/recruiting-mailbox/events.js';
export { MailboxProvisioning } from './mailbox-provisioning.js';
export { Mailboxes, type EffectiveSettings, type IndividualAddress, type SuppliedBy } from './mailboxes.js';
export { SmtpConnections, type SmtpConnection } from './smtp-connections.js';
export type { Channel, Encryption, SmtpSettings } from '../domain/recruiting-mailbox/channel.js';
export { ConnectionTests, RedirectTests, type TestOutcome, type TestToSend } from './connection-tests.js';
export { ConnectionHealth, type ConnectionFailure } from './connection-health.js';
