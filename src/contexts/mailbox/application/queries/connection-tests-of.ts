import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import type { Caller } from '#platform/http/asked.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { testsIn } from './connection-test.view.js';

/** What was tested of a mailbox, as far as a token sees it. */
@Injectable()
export class ConnectionTestsOf {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
  ) {}

  async all({ companyId, subsidiaries }: Caller, subsidiary: string | undefined) {
    // They tell recipients, and a server's words: what is the whole company's is not for a token of some subsidiaries.
    if (subsidiary === undefined && subsidiaries !== undefined) return refuse('not-found');
    const found = await this.addressed.find(companyId, subsidiary, subsidiaries);
    if (!found.ok) return found;
    const mailbox = await this.mailboxes.load(companyId, found.value.mailboxId);
    if (mailbox === undefined && subsidiary === undefined) return refuse('not-found');
    return allow(mailbox === undefined ? [] : testsIn(mailbox.events));
  }

  async one(caller: Caller, subsidiary: string | undefined, testId: string) {
    const all = await this.all(caller, subsidiary);
    if (!all.ok) return all;
    const test = all.value.find((each) => each.testId === testId);
    return test === undefined ? refuse('not-found') : allow(test);
  }
}
