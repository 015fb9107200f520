import { Inject, Injectable } from '@nestjs/common';
import { normalAddress, partsOf } from '#kernel/email-address.js';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import type { KnownRecipient, RecipientDirectory } from '#platform/smtp-ingress/recipient-directory.port.js';
import { operatorSlug, Organisation } from '../../../organisation/public/organisation.js';

/** RFC 5321, 4.5.1 and RFC 2142: every domain that takes mail has them, the first one even without a domain. */
const operatorNames = ['postmaster', 'abuse'];
const serviceSuffix = '-jobs';

/** R8, R11: `<slug>-jobs` at the mail domain or a former one (P16), with any plus part; asked of the company's own stream. */
@Injectable()
export class KnownRecipients implements RecipientDirectory {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Organisation) private readonly organisation: Pick<Organisation, 'company'>,
  ) {}

  async find(address: string): Promise<KnownRecipient | 'unknown'> {
    const slug = this.slugOf(address);
    if (slug === undefined) return 'unknown';
    const companyId = companyIdOf(slug);
    if ((await this.organisation.company(companyId)) !== undefined) return { companyId };
    // It is made at the first start; until then nobody may be told that postmaster does not exist.
    if (slug === operatorSlug) throw new Error('The company of the operator is not there yet.');
    return 'unknown';
  }

  private slugOf(address: string): string | undefined {
    if (normalAddress(address) === 'postmaster') return operatorSlug;
    const parts = partsOf(address);
    if (parts === undefined || !mailDomainsOf(this.config).includes(parts.domain)) return undefined;
    if (operatorNames.includes(parts.local)) return operatorSlug;
    const slug = parts.local.slice(0, -serviceSuffix.length);
    return parts.local.endsWith(serviceSuffix) && slug !== '' && slug !== operatorSlug ? slug : undefined;
  }
}
