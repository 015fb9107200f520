import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { EffectiveSettings } from '../../public/mailboxes.js';
import type { Notice } from '../notices.js';

export interface MailboxSettingsView extends EffectiveSettings {
  readonly mailboxId: string;
  /** R12, R24: shown for copying; also what a redirect on the company's own mail server points to. */
  readonly serviceAddress: string;
  /** P16: the same mailbox at domains that it once had; mail to them still arrives. */
  readonly formerServiceAddresses: readonly string[];
  readonly notices: readonly Notice[];
  readonly revision: bigint;
}

/** What the page «Recruiting-E-Mail-Einstellungen» shows (R7, R12). */
export class MailboxSettings extends Query<Outcome<MailboxSettingsView, 'not-found'>> {
  constructor(readonly companyId: string) {
    super();
  }
}
