import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { allow, refuse } from '#kernel/decision.js';
import { isAddress } from '#kernel/email-address.js';
import { Personal } from '#kernel/personal.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Asked, Cause } from '#platform/event-store/streams.js';
import type { ConnectionTested } from '../domain/recruiting-mailbox/events.js';
import { recordConnectionTest } from '../domain/recruiting-mailbox/record-connection-test.js';
import type { ConnectionTests, TestOutcome, TestToSend } from '../public/connection-tests.js';
import { Mailboxes } from '../public/mailboxes.js';
import { type Addressed, AddressedMailboxes } from './addressed-mailboxes.js';
import { wordsKeyOf } from './connection-words.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';
import { TestMailLimit } from './test-mail-limit.js';

@Injectable()
export class ConnectionTestsFromStreams implements ConnectionTests {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(Mailboxes) private readonly effective: Mailboxes,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Clock) private readonly clock: Clock,
    private readonly addressed: AddressedMailboxes,
    private readonly limit: TestMailLimit,
  ) {}

  async ask(
    subsidiary: string | undefined,
    recipient: string | undefined,
    mayGo: (address: string) => boolean,
    cause: Cause,
  ): Promise<Asked<TestToSend, string>> {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return { go: false, answer: found };
    const settings = await this.effective.effectiveSettings(cause.companyId, found.value.subsidiaryId);
    if (settings === undefined) return { go: false, answer: refuse('not-found') };
    return this.mailboxes.ask(found.value.mailboxId, cause, ({ individualAddress }) => {
      const to = recipient ?? individualAddress ?? inEffect(settings);
      if (to === undefined) return refuse('recipient-missing', { field: 'recipient' });
      if (!isAddress(to)) return refuse('address-malformed', { field: 'recipient' });
      if (!mayGo(to)) return refuse('test-only-delivered-to-some', { field: 'recipient' });
      const turn = this.limit.takeTurn(cause.companyId);
      if (!turn.ok) return turn;
      return allow(testOf(found.value, to, settings, cause));
    });
  }

  async record(test: TestToSend, outcome: TestOutcome, cause: Cause) {
    const key = await this.keys.provide(wordsKeyOf(test.mailboxId));
    const server = await this.serverOf(test, cause.companyId);
    const { words, ...told } = outcome;
    const tested: ConnectionTested['data'] = {
      ...told,
      testId: test.testId,
      testedAt: this.clock.now().toISOString(),
      channel: test.settings.channel.value,
      ...(server === undefined ? {} : { server }),
      recipient: Personal.under(key.id, test.recipient),
      ...(words === undefined ? {} : { words: Personal.under(key.id, words) }),
    };
    const version = test.settings.connection?.connectionId;
    return this.mailboxes.decide(test.mailboxId, cause, (mailbox) => recordConnectionTest(mailbox, tested, version));
  }

  private async serverOf({ settings: { channel } }: TestToSend, companyId: string): Promise<ConnectionTested['data']['server']> {
    if (channel.value === 'service') return undefined;
    const { smtp } = (await this.mailboxes.load(companyId, channel.supplied.mailboxId))?.state ?? {};
    if (smtp === undefined) return undefined;
    const { host, port, encryption, account } = smtp.settings;
    return { host, port, encryption, account };
  }
}

/** The individual address that the mailbox sends from, its own or its company's. */
function inEffect({ channel, address }: TestToSend['settings']): string | undefined {
  return channel.value === 'service' ? undefined : address.value;
}

function testOf({ mailboxId, subsidiaryId }: Addressed, recipient: string, settings: TestToSend['settings'], cause: Cause): TestToSend {
  const testId = idFromCommand(cause.commandId, 'connection-test');
  return { testId, mailboxId, recipient, settings, ...(subsidiaryId === undefined ? {} : { subsidiaryId }) };
}
