import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { allow } from '#kernel/decision.js';
import type { Receipt } from '#kernel/outcome.js';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { microsoftSubmission } from '../domain/recruiting-mailbox/host-policy.js';
import type { Mailbox } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import { redirectStateOf } from '../domain/recruiting-mailbox/redirect.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';
import { MailExchangers } from './ports/mail-exchangers.port.js';

/** What an administrator must know of a connection that works. */
export type ConnectionWarning =
  /** No redirect is confirmed: candidates are asked to answer to the service address. */
  | { readonly warning: 'replies-will-not-arrive' }
  /** Plain STARTTLS: whoever answers under that name is believed (R66). */
  | { readonly warning: 'certificate-not-verified' }
  /** R74-R82: password sign-in to Microsoft 365 ends. */
  | { readonly warning: 'microsoft-ends-password-sign-in'; readonly from: string }
  /** R29: the account's display name is what applicants see. */
  | { readonly warning: 'microsoft-shows-the-account-name' }
  /** R33: the domain's mail lies with Google, whose integration is the way. */
  | { readonly warning: 'google-receives-this-domain' };

export type Connected = Receipt & { readonly warnings: readonly ConnectionWarning[] };

@Injectable()
export class ConnectionWarnings {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(MailExchangers) private readonly exchangers: MailExchangers,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  async beside(receipt: Receipt, mailboxId: string, companyId: string) {
    const standing = await this.mailboxes.load(companyId, mailboxId);
    return allow<Connected>({ ...receipt, warnings: standing === undefined ? [] : await this.of(standing.state) });
  }

  /** Of all that mail of a mailbox may leave over, each once. */
  async ofEach(mailboxes: readonly Mailbox[]): Promise<readonly ConnectionWarning[]> {
    const all = (await Promise.all(mailboxes.map((mailbox) => this.of(mailbox)))).flat();
    return [...new Map(all.map((each) => [each.warning, each])).values()];
  }

  /** Of the mailbox's connection, active or not; none where it has none. */
  async of(mailbox: Mailbox): Promise<readonly ConnectionWarning[]> {
    const { smtp, individualAddress, redirect } = mailbox;
    const google = individualAddress !== undefined && (await this.exchangers.areGoogles(individualAddress));
    const atGoogle: readonly ConnectionWarning[] = google ? [{ warning: 'google-receives-this-domain' }] : [];
    if (smtp === undefined) return atGoogle;
    const confirmed = redirectStateOf(redirect, this.clock.now(), mailDomainsOf(this.config)) === 'confirmed';
    return [
      ...(confirmed ? [] : [{ warning: 'replies-will-not-arrive' as const }]),
      ...(smtp.settings.encryption === 'starttls' ? [{ warning: 'certificate-not-verified' as const }] : []),
      ...(smtp.settings.host === microsoftSubmission ? this.ofMicrosoft() : []),
      ...atGoogle,
    ];
  }

  private ofMicrosoft(): readonly ConnectionWarning[] {
    return [
      { warning: 'microsoft-ends-password-sign-in', from: this.config.microsoftPasswordSignInEnds },
      { warning: 'microsoft-shows-the-account-name' },
    ];
  }
}
