import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';

const form = /^<t\.([0-9a-f-]{36})\.([0-9a-f]{32})@([^>]+)>$/;

/** Message-IDs of our own test mails: who holds no key of the company's can make none, and each says which test it is of. */
@Injectable()
export class TestMarks {
  constructor(
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Config) private readonly config: Pick<Config, 'mailDomain' | 'formerMailDomains'>,
  ) {}

  async messageIdOf(companyId: string, testId: string): Promise<string> {
    return `<t.${testId}.${await this.proof(companyId, testId)}@${this.config.mailDomain}>`;
  }

  /** The test that a mail with this Message-ID is of; `undefined` where it is none of this company's. */
  async testIn(companyId: string, messageId: string | undefined): Promise<string | undefined> {
    const [, testId, proof, domain] = form.exec((messageId ?? '').toLowerCase()) ?? [];
    if (testId === undefined || domain === undefined) return undefined;
    const ours = mailDomainsOf(this.config).includes(domain);
    return ours && proof === (await this.proof(companyId, testId)) ? testId : undefined;
  }

  private async proof(companyId: string, testId: string): Promise<string> {
    return Buffer.from(await this.keys.hmac('own-test', companyId, testId))
      .toString('hex')
      .slice(0, 32);
  }
}
