import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { allow, refuse } from '#kernel/decision.js';
import { Ids } from '#kernel/ids.js';
import { Personal } from '#kernel/personal.js';
import { unconditionally } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Cause } from '#platform/event-store/streams.js';
import { RecentUses } from '#platform/system/recent-uses.js';
import type { SmtpSettings } from '../domain/recruiting-mailbox/channel.js';
import { recordConnectionTest } from '../domain/recruiting-mailbox/record-connection-test.js';
import { wordsKeyOf } from './connection-words.js';
import { type Probed, type ProbeFailure, SmtpProbe } from './ports/smtp-probe.port.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';
import { tooManyAttempts } from './too-many-attempts.js';

/** Whom the server is asked about, and for which mailbox. */
export interface ToProbe {
  readonly mailboxId: string;
  readonly settings: SmtpSettings;
  /** The individual address, which the server must accept as sender (R71). */
  readonly sender: string;
  readonly password: string;
}

/** A company that tries passwords or looks for servers by the dozen is stopped. */
const most = 30;
const withinMs = 10 * 60_000;

/** Asks a company's server whether it takes login and sender. A failure is kept as a test, so that it can be handed to whoever runs the server (R87, R88). */
@Injectable()
export class Probing {
  private readonly recent = new RecentUses(most, withinMs);

  constructor(
    @Inject(SmtpProbe) private readonly probe: SmtpProbe,
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  async reach(what: ToProbe, cause: Cause) {
    const again = this.recent.take(cause.companyId, this.clock.now());
    if (again !== undefined) return tooManyAttempts(again);
    const answer = await this.probe.reach(what.settings, what.sender, what.password);
    if (answer.ok) return allow(undefined);
    const testId = await this.record(what, answer.why, answer.probed, cause);
    return refuse(answer.why, { facts: factsOf(what.settings, answer.probed, testId) });
  }

  private async record({ mailboxId, sender, settings }: ToProbe, why: ProbeFailure, probed: Probed, cause: Cause): Promise<string> {
    // Not from the command: what was refused is asked anew under the same key, as often as it is repeated or corrected.
    const testId = this.ids.next();
    const key = await this.keys.provide(wordsKeyOf(mailboxId));
    const { stage, code, words, fault } = probed;
    const { host, port, encryption, account } = settings;
    const tested = {
      testId,
      testedAt: this.clock.now().toISOString(),
      channel: 'smtp' as const,
      transport: 'probe',
      succeeded: false,
      outcome: why,
      stage,
      ...(code === undefined ? {} : { code }),
      ...(fault === undefined ? {} : { fault }),
      server: { host, port, encryption, account },
      recipient: Personal.under(key.id, sender),
      ...(words === undefined ? {} : { words: Personal.under(key.id, words) }),
    };
    const own = { ...unconditionally(cause), commandId: testId };
    const recorded = await this.mailboxes.decide(mailboxId, own, (mailbox) => recordConnectionTest(mailbox, tested));
    if (!recorded.ok) throw new Error(`The test ${testId} was not recorded: ${recorded.refusal.reason}.`);
    return testId;
  }
}

function factsOf({ host, port }: SmtpSettings, { stage, code, words, fault }: Probed, testId: string) {
  return {
    host,
    port,
    stage,
    testId,
    ...(code === undefined ? {} : { code }),
    ...(words === undefined ? {} : { words }),
    ...(fault === undefined ? {} : { fault }),
  };
}
