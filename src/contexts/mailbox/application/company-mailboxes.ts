import { Inject, Injectable } from '@nestjs/common';
import { Organisation } from '../../organisation/public/organisation.js';
import type { MailboxAt } from './effective-settings.js';
import { mailboxIdOf } from './mailbox-ids.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

/** All mailboxes of a company, its own first. */
@Injectable()
export class CompanyMailboxes {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  /** `undefined` where the log does not know the company. A subsidiary without a setting of its own has none. */
  async all(companyId: string): Promise<readonly MailboxAt[] | undefined> {
    const company = await this.organisation.company(companyId);
    if (company === undefined) return undefined;
    const ids = [undefined, ...company.subsidiaries.map(({ subsidiaryId }) => subsidiaryId)].map((each) => mailboxIdOf(companyId, each));
    const loaded = await Promise.all(ids.map((mailboxId) => this.mailboxes.load(companyId, mailboxId)));
    return ids.flatMap((mailboxId, index) => {
      const mailbox = loaded[index]?.state;
      return mailbox === undefined ? [] : [{ mailboxId, mailbox }];
    });
  }
}
