import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Config } from '#platform/config/config.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import { ConnectionTests } from '../../../mailbox/public/index.js';
import { mayLeaveTo } from '../../domain/outbound-message/only-deliver-to.js';
import { outcomeOf } from '../own-tests/outcome-of.js';
import { TestMails } from '../own-tests/test-mails.js';
import { SendTestMail } from './send-test-mail.command.js';

@CommandHandler(SendTestMail)
export class SendTestMailHandler implements ICommandHandler<SendTestMail> {
  constructor(
    @Inject(ConnectionTests) private readonly tests: ConnectionTests,
    @Inject(Config) private readonly config: Config,
    private readonly mails: TestMails,
  ) {}

  async execute({ subsidiary, recipient, cause }: SendTestMail) {
    const testId = idFromCommand(cause.commandId, 'connection-test');
    const asked = await this.tests.ask(subsidiary, recipient, cause);
    if (!asked.go) return asked.answer.ok ? allow({ ...asked.answer.value, testId }) : asked.answer;
    const test = asked.found;
    if (!mayLeaveTo(test.recipient, this.config.onlyDeliverTo)) return refuse('test-only-delivered-to-some', { field: 'recipient' });

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
    const recorded = await this.tests.record(test, outcomeOf(sent), cause);
    return recorded.ok ? allow({ ...recorded.value, testId }) : recorded;
  }
}
