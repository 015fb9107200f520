/** Which mailbox supplied a setting, and why (R90-R92). */
export interface SuppliedBy {
  readonly mailboxId: string;
  readonly why: 'own' | 'inherited' | 'company-default';
}

/** What mail of a company or subsidiary leaves with right now. */
export interface EffectiveSettings {
  readonly channel: { readonly value: 'service'; readonly supplied: SuppliedBy };
  /** What applicants see as sender address (R13). */
  readonly address: { readonly value: string; readonly supplied: SuppliedBy };
  readonly senderName: { readonly value: 'company' | 'employee'; readonly supplied: SuppliedBy };
}

export interface Mailboxes {
  /** Read from the mailbox's own stream; `undefined` until it is provisioned. */
  effectiveSettings(companyId: string, subsidiaryId?: string): Promise<EffectiveSettings | undefined>;
  /** `<account>-jobs@<mail domain>` (R8, R11), with a plus part where one is given. */
  serviceAddress(slug: string, detail?: string): string;
  /** The parent mailbox's id follows from the company's. */
  mailboxId(companyId: string, subsidiaryId?: string): string;
}
export const Mailboxes = Symbol('Mailboxes');
