import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Caller } from '#platform/http/asked.js';
import type { Guidance } from '../../domain/guidance/guidance.js';
import type { SmtpSettings } from '../../domain/recruiting-mailbox/channel.js';
import type { RedirectState } from '../../domain/recruiting-mailbox/redirect.js';
import type { EffectiveSettings } from '../../public/mailboxes.js';
import type { ConnectionWarning } from '../connection-warnings.js';
import type { Notice } from '../notices.js';

/** The connection as it is configured; its password is shown to nobody. */
export interface SmtpConnectionView extends Omit<SmtpSettings, 'certificateAuthority'> {
  readonly hasOwnAuthority: boolean;
  /** `unproven`: active, and no mail or test has left over it yet. */
  readonly state: 'active' | 'unproven' | 'needs-attention' | 'inactive';
  readonly impaired?: {
    readonly since: string;
    readonly reason: string;
    readonly stage: string;
    readonly code?: string;
    /** The server's own words; absent where they are erased. */
    readonly words?: string;
  };
}

export interface RedirectView {
  /** R24: what the redirect on the company's own mail server points to. */
  readonly target: string;
  readonly state: RedirectState;
  /** UTC, ISO 8601. */
  readonly testedAt?: string;
  readonly confirmedAt?: string;
  /** Where the test came back to, where that is another address of ours than `target`: mail arrives all the same. */
  readonly leadsTo?: string;
}

export interface MailboxSettingsView extends Omit<EffectiveSettings, 'connection' | 'waitingMail'> {
  readonly mailboxId: string;
  readonly subsidiaryId?: string;
  /** R12, R24: shown for copying. */
  readonly serviceAddress: string;
  /** P16: the same mailbox at domains that it once had; mail to them still arrives. */
  readonly formerServiceAddresses: readonly string[];
  /** `not-connected`: a draft that nobody sees yet. */
  readonly individualAddress?: { readonly address: string; readonly state: 'connected' | 'not-connected' };
  readonly formerIndividualAddresses: readonly string[];
  readonly smtp?: SmtpConnectionView;
  readonly redirect: RedirectView;
  readonly warnings: readonly ConnectionWarning[];
  readonly notices: readonly Notice[];
  /** What lies on the company's own side, in German and English. */
  readonly guidance: readonly Guidance[];
  /** Absent where a subsidiary has no setting of its own yet. */
  readonly revision?: bigint;
}

/** What the page «Recruiting-E-Mail-Einstellungen» shows of a company or a subsidiary (R7, R12, R91). */
export class MailboxSettings extends Query<Outcome<MailboxSettingsView, 'not-found'>> {
  constructor(
    readonly caller: Caller,
    readonly subsidiary: string | undefined,
  ) {
    super();
  }
}
