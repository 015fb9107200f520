import type { Channel } from '../recruiting-mailbox/channel.js';

/** What an administrator has to do or to know outside of this service. */
export interface Guidance {
  /** Stable, for pages and programs. */
  readonly key: string;
  /** The rule that it keeps. */
  readonly rule: string;
  readonly de: string;
  readonly en: string;
  /** Where more is said. */
  readonly link?: string;
}

/** What the sentences are filled with. */
export interface GuidanceFacts {
  /** What really carries mail of the built-in service in this installation. */
  readonly carrier: 'local-outbox' | 'relay';
  /** The service address, or a subsidiary's tagged one. */
  readonly redirectTarget: string;
  readonly individualAddress?: string;
  readonly channel: Channel;
  /** Hosts of the SMTP connections that mail may leave over, active or not. */
  readonly hosts: readonly string[];
}
