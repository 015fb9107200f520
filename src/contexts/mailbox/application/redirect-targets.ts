import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { Organisation } from '../../organisation/public/organisation.js';

/** Where a mailbox's redirect leads. Decision "One service address per company": a subsidiary's is tagged, so that its mail is told apart even by Bcc. */
@Injectable()
export class RedirectTargets {
  constructor(
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Config) private readonly config: Pick<Config, 'mailDomain' | 'formerMailDomains'>,
  ) {}

  /** `local`: the company's own local part. */
  async of(companyId: string, local: string, subsidiaryId: string | undefined): Promise<string> {
    return `${await this.localPart(companyId, local, subsidiaryId)}@${this.config.mailDomain}`;
  }

  /**
   * All that its mail may be redirected to, the best first: the same in former mail domains, to which mail still arrives; for a subsidiary the company's
   * untagged address too, which stays valid.
   */
  async every(companyId: string, local: string, subsidiaryId: string | undefined): Promise<readonly string[]> {
    const tagged = await this.localPart(companyId, local, subsidiaryId);
    const domains = mailDomainsOf(this.config);
    return [...new Set([tagged, local])].flatMap((part) => domains.map((domain) => `${part}@${domain}`));
  }

  private async localPart(companyId: string, local: string, subsidiaryId: string | undefined): Promise<string> {
    if (subsidiaryId === undefined) return local;
    const company = await this.organisation.company(companyId);
    const tag = company?.subsidiaries.find((each) => each.subsidiaryId === subsidiaryId)?.tag;
    if (tag === undefined) throw new Error(`The subsidiary ${subsidiaryId} has a mailbox, and its company does not know it.`);
    return `${local}+${tag}`;
  }
}
