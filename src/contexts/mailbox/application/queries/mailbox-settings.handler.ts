import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Config } from '#platform/config/config.js';
import { effectiveSettingsOf } from '../effective-settings.js';
import { noticesOf } from '../notices.js';
import { parentMailboxId } from '../parent-mailbox-id.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { MailboxSettings, type MailboxSettingsView } from './mailbox-settings.query.js';

/** Reads the mailbox's own stream, so that what an administrator has just chosen is what the page shows. */
@QueryHandler(MailboxSettings)
export class MailboxSettingsHandler implements IQueryHandler<MailboxSettings> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Config) private readonly config: Config,
  ) {}

  async execute({ companyId }: MailboxSettings) {
    const mailboxId = parentMailboxId(companyId);
    const mailbox = await this.mailboxes.load(companyId, mailboxId);
    if (mailbox === undefined) return refuse('not-found');
    const { state, receipt } = mailbox;
    return allow<MailboxSettingsView>({
      mailboxId,
      ...effectiveSettingsOf(mailboxId, state, this.config.mailDomain),
      serviceAddress: `${state.serviceLocalPart}@${this.config.mailDomain}`,
      formerServiceAddresses: this.config.formerMailDomains.map((domain) => `${state.serviceLocalPart}@${domain}`),
      notices: noticesOf(this.config),
      revision: receipt.revision,
    });
  }
}
