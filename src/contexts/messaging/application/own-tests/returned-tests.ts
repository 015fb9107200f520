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
    const testId = (await this.received.load(companyId, receivedMessageId))?.state.classified?.testId;
    if (testId === undefined) throw new Error(`The message ${receivedMessageId} is owed as a test and is none.`);
    await this.tests.cameBack(companyId, testId);
  }
}
