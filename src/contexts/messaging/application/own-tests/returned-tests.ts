import { Inject, Injectable } from '@nestjs/common';
import { RedirectTests } from '../../../mailbox/public/index.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';

/** Tells a mailbox that a test mail of it came back. */
@Injectable()
export class ReturnedTests {
  constructor(
    @Inject(InboundMessages) private readonly received: InboundMessages,
    @Inject(RedirectTests) private readonly tests: RedirectTests,
  ) {}

  async tell(companyId: string, receivedMessageId: string): Promise<void> {
    const message = (await this.received.load(companyId, receivedMessageId))?.state;
    const testId = message?.classified?.testId;
    if (message === undefined || testId === undefined) throw new Error(`The message ${receivedMessageId} is owed as a test and is none.`);
    const recipients = message.deliveries.flatMap((each) => each.recipients.read({ known: (addresses) => addresses, erased: () => [] }));
    await this.tests.cameBack(companyId, testId, recipients);
  }
}
