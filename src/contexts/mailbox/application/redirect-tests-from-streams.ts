import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { allow, refuse } from '#kernel/decision.js';
import { sameAddress } from '#kernel/email-address.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Mailbox } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import { abandonRedirectTest, confirmRedirect, mayTestRedirect, startRedirectTest } from '../domain/recruiting-mailbox/test-redirect.js';
import type { RedirectTests } from '../public/connection-tests.js';
import { AddressedMailboxes } from './addressed-mailboxes.js';
import { CompanyMailboxes } from './company-mailboxes.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';
import { RedirectTargets } from './redirect-targets.js';
import { TestMailLimit } from './test-mail-limit.js';

@Injectable()
export class RedirectTestsFromStreams implements RedirectTests {
  private readonly log = new Logger(RedirectTestsFromStreams.name);

  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Clock) private readonly clock: Clock,
    private readonly addressed: AddressedMailboxes,
    private readonly all: CompanyMailboxes,
    private readonly limit: TestMailLimit,
    private readonly targets: RedirectTargets,
  ) {}

  async begin(subsidiary: string | undefined, mayGo: (address: string) => boolean, cause: Cause) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const testId = idFromCommand(cause.commandId, 'redirect-test');
    const asked = await this.mailboxes.ask(mailboxId, cause, (mailbox) => this.mayTest(mailbox, mayGo, cause.companyId));
    if (!asked.go && !asked.answer.ok) return asked.answer;
    const test = { testId, address: asked.go ? asked.found : '', startedAt: this.clock.now().toISOString() };
    const begun = asked.go ? await this.mailboxes.decide(mailboxId, cause, (mailbox) => startRedirectTest(mailbox, test)) : asked.answer;
    return begun.ok ? allow({ ...begun.value, testId, address: test.address, isNew: asked.go }) : begun;
  }

  async notSent(companyId: string, testId: string, reason: string): Promise<void> {
    const mailboxId = (await this.mailboxTesting(companyId, testId))?.mailboxId;
    if (mailboxId === undefined) return; // It came back after all, or the address was changed.
    const cause = serviceCause(companyId, 'redirect-test-not-sent', testId);
    const recorded = await this.mailboxes.decide(mailboxId, cause, (mailbox) => abandonRedirectTest(mailbox, testId, reason));
    if (!recorded.ok) throw new Error(`That the test ${testId} was not sent could not be written down: ${recorded.refusal.reason}.`);
  }

  async cameBack(companyId: string, testId: string, recipients: readonly string[]): Promise<void> {
    const found = await this.mailboxTesting(companyId, testId);
    if (found === undefined) {
      this.log.log(`A test mail came back that proves nothing any more: ${testId}.`);
      return;
    }
    const { mailboxId, mailbox } = found;
    const targets = await this.targets.every(companyId, mailbox.serviceLocalPart, mailbox.subsidiaryId);
    const target = targets.find((each) => recipients.some((recipient) => sameAddress(recipient, each)));
    if (target === undefined) {
      this.log.warn(`The test ${testId} came back, and not to the target of ${mailboxId}: its redirect leads elsewhere.`);
      return;
    }
    const confirmedAt = this.clock.now().toISOString();
    const cause = serviceCause(companyId, 'redirect-confirmed', testId);
    const confirmed = await this.mailboxes.decide(mailboxId, cause, (state) => confirmRedirect(state, testId, target, confirmedAt));
    if (!confirmed.ok) this.log.log(`The redirect of ${mailboxId} was not confirmed: ${confirmed.refusal.reason}.`);
  }

  private mayTest(mailbox: Mailbox, mayGo: (address: string) => boolean, companyId: string) {
    const allowed = mayTestRedirect(mailbox);
    if (!allowed.ok) return allowed;
    if (!mayGo(allowed.value)) return refuse('test-only-delivered-to-some', { field: 'individualAddress' });
    const turn = this.limit.takeTurn(companyId);
    return turn.ok ? allowed : turn;
  }

  /** The mailbox whose test it is, while it is open or has proven something. */
  private async mailboxTesting(companyId: string, testId: string) {
    const mailboxes = (await this.all.all(companyId)) ?? [];
    return mailboxes.find(
      ({ mailbox: { redirect } }) => redirect.proof?.testId === testId || redirect.open.some((each) => each.testId === testId),
    );
  }
}
