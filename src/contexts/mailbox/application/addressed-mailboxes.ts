import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import { serviceCause } from '#platform/event-store/cause.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Organisation } from '../../organisation/public/organisation.js';
import { provisionMailbox } from '../domain/recruiting-mailbox/provision-mailbox.js';
import { mailboxIdOf } from './mailbox-ids.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

/** Which mailbox a request is about. */
export interface Addressed {
  readonly mailboxId: string;
  /** Absent: the company's own. */
  readonly subsidiaryId?: string;
}

/** Whose mailbox a path names: the company's, or that of a subsidiary, which begins with its first own setting (R91). */
@Injectable()
export class AddressedMailboxes {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  /** `seen`: the subsidiaries that a token is limited to; others do not exist for it. */
  async find(companyId: string, subsidiary: string | undefined, seen?: readonly string[]): Promise<Outcome<Addressed, 'not-found'>> {
    if (subsidiary === undefined) return allow({ mailboxId: mailboxIdOf(companyId) });
    const subsidiaryId = await this.organisation.subsidiaryId(companyId, subsidiary);
    const company = await this.organisation.company(companyId);
    const known = company?.subsidiaries.some((each) => each.subsidiaryId === subsidiaryId) ?? false;
    if (!known || (seen !== undefined && !seen.includes(subsidiaryId))) return refuse('not-found');
    return allow({ mailboxId: mailboxIdOf(companyId, subsidiaryId), subsidiaryId });
  }

  /** The same for a command: a subsidiary's mailbox is there when this answers. */
  async ready(subsidiary: string | undefined, cause: Cause): Promise<Outcome<Addressed, 'not-found'>> {
    const found = await this.find(cause.companyId, subsidiary, cause.subsidiaries);
    if (found.ok && found.value.subsidiaryId !== undefined)
      await this.begin(found.value.mailboxId, found.value.subsidiaryId, cause.companyId);
    return found;
  }

  private async begin(mailboxId: string, subsidiaryId: string, companyId: string): Promise<void> {
    if ((await this.mailboxes.load(companyId, mailboxId)) !== undefined) return;
    const company = await this.organisation.company(companyId);
    if (company === undefined) throw new Error(`Company ${companyId} has a subsidiary, and its stream is empty.`);
    const cause = serviceCause(companyId, 'provision-mailbox', mailboxId);
    const begun = await this.mailboxes.begin(mailboxId, cause, provisionMailbox(company.slug, subsidiaryId));
    if (!begun.ok && begun.refusal.reason !== 'exists-already')
      throw new Error(`The mailbox of subsidiary ${subsidiaryId} was not provisioned: ${begun.refusal.reason}.`);
  }
}
