import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { normalAddress } from '#kernel/email-address.js';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import type { Cause } from '#platform/event-store/streams.js';
import { localPartOf, provisionMailbox } from '../domain/recruiting-mailbox/provision-mailbox.js';
import type { Mailbox } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import type { MailboxProvisioning } from '../public/mailbox-provisioning.js';
import type { EffectiveSettings, IndividualAddress, Mailboxes } from '../public/mailboxes.js';
import { CompanyMailboxes } from './company-mailboxes.js';
import { effectiveSettingsOf, type MailboxAt } from './effective-settings.js';
import { mailboxIdOf } from './mailbox-ids.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

@Injectable()
export class MailboxesFromStreams implements Mailboxes, MailboxProvisioning {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    private readonly all: CompanyMailboxes,
  ) {}

  async effectiveSettings(companyId: string, subsidiaryId?: string): Promise<EffectiveSettings | undefined> {
    const company = await this.at(companyId);
    if (company === undefined) return undefined;
    const own = subsidiaryId === undefined ? undefined : await this.at(companyId, subsidiaryId);
    const circumstances = { mailDomain: this.config.mailDomain, mailDomains: mailDomainsOf(this.config), now: this.clock.now() };
    return effectiveSettingsOf(company, own, subsidiaryId !== undefined, circumstances);
  }

  serviceAddress(slug: string, detail?: string): string {
    const plus = detail === undefined ? '' : `+${detail}`;
    return `${localPartOf(slug)}${plus}@${this.config.mailDomain}`;
  }

  mailboxId(companyId: string, subsidiaryId?: string): string {
    return mailboxIdOf(companyId, subsidiaryId);
  }

  async individualAddresses(companyId: string): Promise<readonly IndividualAddress[]> {
    return ((await this.all.all(companyId)) ?? []).flatMap(({ mailbox }) => addressesOf(mailbox));
  }

  async provision(slug: string, cause: Cause): Promise<void> {
    const begun = await this.mailboxes.begin(this.mailboxId(cause.companyId), cause, provisionMailbox(slug));
    if (begun.ok || begun.refusal.reason === 'exists-already') return;
    throw new Error(`The mailbox of company ${cause.companyId} was not provisioned: ${begun.refusal.reason}.`);
  }

  private async at(companyId: string, subsidiaryId?: string): Promise<MailboxAt | undefined> {
    const mailboxId = mailboxIdOf(companyId, subsidiaryId);
    const loaded = await this.mailboxes.load(companyId, mailboxId);
    return loaded && { mailboxId, mailbox: loaded.state };
  }
}

function addressesOf({ individualAddress, formerAddresses, subsidiaryId }: Mailbox): readonly IndividualAddress[] {
  const of = (address: string, current: boolean) => ({
    address: normalAddress(address),
    current,
    ...(subsidiaryId === undefined ? {} : { subsidiaryId }),
  });
  return [
    ...(individualAddress === undefined ? [] : [of(individualAddress, true)]),
    ...formerAddresses.map((address) => of(address, false)),
  ];
}
