import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Organisation } from '../../../organisation/public/index.js';
import { MailComposer } from '../ports/mail-composer.port.js';
import type { Transmission } from '../ports/mail-transport.port.js';
import { MailTransports } from '../ports/mail-transports.port.js';
import { TestMarks } from './test-marks.js';
import { testContent } from './test-content.js';

/** A mail of ours that tests something, and over which channel it goes. */
export interface TestMail {
  readonly testId: string;
  readonly mailboxId: string;
  readonly channel: 'service' | 'smtp';
  readonly from: string;
  /** Whose name applicants would see; absent: the company's. */
  readonly subsidiaryId?: string;
  readonly to: string;
  readonly about: 'connection' | 'redirect';
}

/** Somebody waits for the answer. */
const withinMs = 60_000;

/** Composes and hands over test mails, at once and once. */
@Injectable()
export class TestMails {
  constructor(
    @Inject(MailTransports) private readonly transports: MailTransports,
    @Inject(MailComposer) private readonly composer: MailComposer,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Clock) private readonly clock: Clock,
    private readonly marks: TestMarks,
  ) {}

  async send(companyId: string, { testId, mailboxId, channel, from, subsidiaryId, to, about }: TestMail): Promise<Sent> {
    const company = await this.organisation.company(companyId);
    if (company === undefined) throw new Error(`The company ${companyId} tests its mail, and its stream is empty.`);
    const name = company.subsidiaries.find((each) => each.subsidiaryId === subsidiaryId)?.name ?? company.name;
    const now = this.clock.now();
    const content = testContent(about, { language: company.languages[0] ?? 'en', company: name, at: now });
    const bytes = await this.composer.compose({
      from: { name, address: from },
      to,
      subject: content.subject,
      messageId: await this.marks.messageIdOf(companyId, testId),
      references: [],
      date: now,
      automatic: 'auto-generated',
      content: { text: content.text, attachments: [] },
    });
    const transport = this.transports.of(channel);
    const mail = { companyId, outboundMessageId: testId, mailboxId, envelope: { from, to }, bytes };
    const transmission = await transport.send(mail, async () => undefined, AbortSignal.timeout(withinMs));
    return { transport: transport.name, transmission };
  }
}

export interface Sent {
  readonly transport: string;
  readonly transmission: Transmission;
}
