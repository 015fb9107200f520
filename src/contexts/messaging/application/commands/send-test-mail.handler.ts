import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { Config } from '#platform/config/config.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import { ConnectionTests } from '../../../mailbox/public/index.js';
import { mayLeaveTo } from '../../domain/outbound-message/only-deliver-to.js';
import { outcomeOf } from '../own-tests/outcome-of.js';
import { TestMails } from '../own-tests/test-mails.js';
import { ConnectionReports } from '../delivery/connection-reports.js';
import { SendTestMail, type Tested } from './send-test-mail.command.js';

@CommandHandler(SendTestMail)
export class SendTestMailHandler implements ICommandHandler<SendTestMail> {
  constructor(
    @Inject(ConnectionTests) private readonly tests: ConnectionTests,
    @Inject(Config) private readonly config: Config,
    private readonly mails: TestMails,
    private readonly connections: ConnectionReports,
  ) {}

  async execute({ subsidiary, recipient, cause }: SendTestMail) {
    const testId = idFromCommand(cause.commandId, 'connection-test');
    const mayGo = (address: string) => mayLeaveTo(address, this.config.onlyDeliverTo);
    const asked = await this.tests.ask(subsidiary, recipient, mayGo, cause);
    if (!asked.go) return asked.answer.ok ? allow({ ...asked.answer.value, testId }) : asked.answer;
    const test = asked.found;

    const { channel, address, senderName } = test.settings;
    const sent = await this.mails.send(cause.companyId, {
      testId,
      mailboxId: channel.supplied.mailboxId,
      channel: channel.value,
      from: address.value,
      ...(senderName.subsidiaryId === undefined ? {} : { subsidiaryId: senderName.subsidiaryId }),
      to: test.recipient,
      about: 'connection',
    });
    const outcome = outcomeOf(sent);
    const recorded = await this.tests.record(test, outcome, cause);
    if (!recorded.ok) return recorded;
    await this.connections.failed(cause.companyId, test.settings, sent.transmission);
    return allow<Tested>({ ...recorded.value, testId, outcome: outcome.outcome });
  }
}
