import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Config } from '#platform/config/config.js';
import { Mailboxes, RedirectTests } from '../../../mailbox/public/index.js';
import { Organisation } from '../../../organisation/public/index.js';
import { mayLeaveTo } from '../../domain/outbound-message/only-deliver-to.js';
import { certainlyNotSent, outcomeOf } from '../own-tests/outcome-of.js';
import { TestMails } from '../own-tests/test-mails.js';
import type { Tested } from './send-test-mail.command.js';
import { TestRedirect } from './test-redirect.command.js';

@CommandHandler(TestRedirect)
export class TestRedirectHandler implements ICommandHandler<TestRedirect> {
  constructor(
    @Inject(RedirectTests) private readonly tests: RedirectTests,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Config) private readonly config: Config,
    private readonly mails: TestMails,
  ) {}

  /** Begun first and sent then, so that a repeat sends no second mail and a mail that comes back quickly is known. */
  async execute({ subsidiary, cause }: TestRedirect) {
    const mayGo = (address: string) => mayLeaveTo(address, this.config.onlyDeliverTo);
    const begun = await this.tests.begin(subsidiary, mayGo, cause);
    if (!begun.ok) return begun;
    const { testId, address: to, isNew, ...receipt } = begun.value;
    if (!isNew) return allow<Tested>({ ...receipt, testId });
    const company = await this.organisation.company(cause.companyId);
    if (company === undefined) return refuse('not-found');
    const from = this.mailboxes.serviceAddress(company.slug);
    const mail = {
      testId,
      mailboxId: this.mailboxes.mailboxId(cause.companyId),
      channel: 'service' as const,
      from,
      to,
      about: 'redirect' as const,
    };
    const sent = await this.mails.send(cause.companyId, mail);
    const { outcome } = outcomeOf(sent);
    if (certainlyNotSent(sent)) await this.tests.notSent(cause.companyId, testId, outcome);
    return allow<Tested>({ ...receipt, testId, outcome });
  }
}
