import type { Channel } from '../domain/recruiting-mailbox/channel.js';

/** Which mailbox supplied a setting, and why (R90-R92). */
export interface SuppliedBy {
  readonly mailboxId: string;
  readonly why: 'own' | 'inherited' | 'company-default';
}

/** What mail of a company or subsidiary leaves with right now. */
export interface EffectiveSettings {
  readonly channel: { readonly value: Channel; readonly supplied: SuppliedBy };
  /** What applicants see as sender address (R13, R20). */
  readonly address: { readonly value: string; readonly supplied: SuppliedBy };
  readonly senderName: {
    readonly value: 'company' | 'employee';
    readonly supplied: SuppliedBy;
    /** The subsidiary whose own choice it is: its name stands for the company's. */
    readonly subsidiaryId?: string;
  };
  /** Whether replies go to the service address, or to the individual one, whose redirect brings them (decision "Replies must arrive"). */
  readonly repliesTo: 'service-address' | 'individual-address';
  /** The connection needs attention: nothing leaves over it until it is repaired (decision "No silent fallback"). */
  readonly needsAttention?: { readonly since: string; readonly reason: string };
  /** Of the channel's connection, for whoever reports on it; absent for the service. */
  readonly connection?: { readonly connectionId: string; /** A mail has left over it. */ readonly proven: boolean };
  /** What was said of mail that waits for a connection, by the mailbox whose connection was switched off or that chose another way. */
  readonly waitingMail: ReadonlyMap<string, 'keep' | 'send-by-service'>;
}

export interface Mailboxes {
  /** Read from the mailboxes' own streams; `undefined` until the company's is provisioned. */
  effectiveSettings(companyId: string, subsidiaryId?: string): Promise<EffectiveSettings | undefined>;
  /** `<account>-jobs@<mail domain>` (R8, R11), with a plus part where one is given. */
  serviceAddress(slug: string, detail?: string): string;
  /** Mailbox ids follow from the company's id, and the subsidiary's. */
  mailboxId(companyId: string, subsidiaryId?: string): string;
  /**
   * Individual addresses that the company and its subsidiaries have and had, in normal form: mail that names one among its recipients came
   * over a redirect. The subsidiary whose it is, or was, where it is a subsidiary's.
   */
  individualAddresses(companyId: string): Promise<readonly IndividualAddress[]>;
}
export const Mailboxes = Symbol('Mailboxes');

export interface IndividualAddress {
  readonly address: string;
  readonly subsidiaryId?: string;
  /** Of now, not a former one. */
  readonly current: boolean;
}
