import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import type { Cause } from '#platform/event-store/streams.js';
import { localPartOf, provisionMailbox } from '../domain/recruiting-mailbox/provision-mailbox.js';
import type { MailboxProvisioning } from '../public/mailbox-provisioning.js';
import type { EffectiveSettings, Mailboxes } from '../public/mailboxes.js';
import { effectiveSettingsOf } from './effective-settings.js';
import { parentMailboxId } from './parent-mailbox-id.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

@Injectable()
export class MailboxesFromStreams implements Mailboxes, MailboxProvisioning {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Config) private readonly config: Config,
  ) {}

  async effectiveSettings(companyId: string, subsidiaryId?: string): Promise<EffectiveSettings | undefined> {
    const mailboxId = this.mailboxId(companyId);
    const mailbox = await this.mailboxes.load(companyId, mailboxId);
    return mailbox && effectiveSettingsOf(mailboxId, mailbox.state, this.config.mailDomain, subsidiaryId);
  }

  serviceAddress(slug: string, detail?: string): string {
    const plus = detail === undefined ? '' : `+${detail}`;
    return `${localPartOf(slug)}${plus}@${this.config.mailDomain}`;
  }

  /** Subsidiaries have no mailbox of their own yet: the parent's is responsible for their mail (R90). */
  mailboxId(companyId: string): string {
    return parentMailboxId(companyId);
  }

  async provision(slug: string, cause: Cause): Promise<void> {
    const begun = await this.mailboxes.begin(this.mailboxId(cause.companyId), cause, provisionMailbox(slug));
    if (begun.ok || begun.refusal.reason === 'exists-already') return;
    throw new Error(`The mailbox of company ${cause.companyId} was not provisioned: ${begun.refusal.reason}.`);
  }
}
