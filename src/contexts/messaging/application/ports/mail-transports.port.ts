import type { Channel } from '../../../mailbox/public/index.js';
import type { MailTransport } from './mail-transport.port.js';

/** What carries the mail of each channel. */
export interface MailTransports {
  of(channel: Channel): MailTransport;
  /** The transport that an attempt was begun with; `undefined` where this installation has it no longer. */
  named(name: MailTransport['name']): MailTransport | undefined;
  /** Ends idle connections. */
  close(): Promise<void>;
}
export const MailTransports = Symbol('MailTransports');
