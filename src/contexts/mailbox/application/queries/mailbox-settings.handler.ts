import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/clock.js';
import { allow, refuse } from '#kernel/decision.js';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import type { GuidanceFacts } from '../../domain/guidance/guidance.js';
import { guidanceFor } from '../../domain/guidance/guidance-for.js';
import type { Channel } from '../../domain/recruiting-mailbox/channel.js';
import type { Mailbox } from '../../domain/recruiting-mailbox/recruiting-mailbox.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { ConnectionWarnings } from '../connection-warnings.js';
import { effectiveSettingsOf } from '../effective-settings.js';
import { mailboxIdOf } from '../mailbox-ids.js';
import { noticesOf } from '../notices.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { RedirectTargets } from '../redirect-targets.js';
import { MailboxSettings, type MailboxSettingsView } from './mailbox-settings.query.js';
import { addressViewOf, redirectViewOf, smtpViewOf } from './mailbox-settings.view.js';

/** Reads the mailboxes' own streams, so that what an administrator has just chosen is what the page shows. */
@QueryHandler(MailboxSettings)
export class MailboxSettingsHandler implements IQueryHandler<MailboxSettings> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    private readonly addressed: AddressedMailboxes,
    private readonly warnings: ConnectionWarnings,
    private readonly targets: RedirectTargets,
  ) {}

  async execute({ caller: { companyId, subsidiaries }, subsidiary }: MailboxSettings) {
    const found = await this.addressed.find(companyId, subsidiary, subsidiaries);
    if (!found.ok) return found;
    const companyMailboxId = mailboxIdOf(companyId);
    const company = await this.mailboxes.load(companyId, companyMailboxId);
    if (company === undefined) return refuse('not-found');
    const { mailboxId, subsidiaryId } = found.value;
    const own = subsidiaryId === undefined ? company : await this.mailboxes.load(companyId, mailboxId);
    const ofSubsidiary = subsidiaryId !== undefined;
    const { mailDomain } = this.config;
    const mailDomains = mailDomainsOf(this.config);
    const {
      connection: _,
      waitingMail: __,
      ...effective
    } = effectiveSettingsOf(
      { mailboxId: companyMailboxId, mailbox: company.state },
      ofSubsidiary && own !== undefined ? { mailboxId, mailbox: own.state } : undefined,
      ofSubsidiary,
      { mailDomain, mailDomains, now: this.clock.now() },
    );
    const { serviceLocalPart } = company.state;
    // What is said of a connection is said wherever mail leaves over it (R90).
    const inherits = effective.channel.value === 'smtp' && effective.channel.supplied.mailboxId !== mailboxId;
    const states = [...(own === undefined ? [] : [own.state]), ...(inherits ? [company.state] : [])];
    const target = await this.targets.of(companyId, serviceLocalPart, subsidiaryId);
    const redirect = redirectViewOf(own?.state, target, this.clock.now(), mailDomains);
    return allow<MailboxSettingsView>({
      ...found.value,
      ...effective,
      ...this.addressesOf(serviceLocalPart),
      ...addressViewOf(own?.state),
      ...smtpViewOf(own?.state),
      redirect,
      warnings: await this.warnings.ofEach(states),
      notices: noticesOf(this.config),
      guidance: guidanceFor({
        ...this.guidanceFacts(redirect.target, effective.channel.value, states),
        // Of its own alone: the redirect of another address leads to another target.
        ...(own?.state.individualAddress === undefined ? {} : { individualAddress: own.state.individualAddress }),
      }),
      ...(own === undefined ? {} : { revision: own.receipt.revision }),
    });
  }

  /** `mailboxes`: its own, and the one that it sends over. */
  private guidanceFacts(redirectTarget: string, channel: Channel, mailboxes: readonly Mailbox[]): GuidanceFacts {
    return {
      carrier: this.config.serviceRelay === undefined ? 'local-outbox' : 'relay',
      redirectTarget,
      channel,
      hosts: mailboxes.flatMap(({ smtp }) => (smtp === undefined ? [] : [smtp.settings.host])),
    };
  }

  private addressesOf(local: string) {
    return {
      serviceAddress: `${local}@${this.config.mailDomain}`,
      formerServiceAddresses: this.config.formerMailDomains.map((domain) => `${local}@${domain}`),
    };
  }
}
