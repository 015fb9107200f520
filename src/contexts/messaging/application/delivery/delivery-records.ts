import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { Decision } from '#kernel/decision.js';
import { Personal } from '#kernel/personal.js';
import { serviceCause } from '#platform/event-store/cause.js';
import type { Loaded } from '#platform/event-store/streams.js';
import { cancelMessage } from '../../domain/outbound-message/cancel-message.js';
import { deferMessage } from '../../domain/outbound-message/defer-message.js';
import type { OutboundMessageChanged } from '../../domain/outbound-message/events.js';
import type { Failure } from '../../domain/outbound-message/failure.js';
import type { WayOut } from '../../domain/outbound-message/held-for-connection.js';
import { waitsForRepair } from '../../domain/outbound-message/reasons-to-wait.js';
import { holdMessage } from '../../domain/outbound-message/hold-message.js';
import type { OutboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { recordAcceptance } from '../../domain/outbound-message/record-acceptance.js';
import { recordLocalOutbox } from '../../domain/outbound-message/record-local-outbox.js';
import { recordUncertainty } from '../../domain/outbound-message/record-uncertainty.js';
import { rejectMessage } from '../../domain/outbound-message/reject-message.js';
import { releaseWaiting } from '../../domain/outbound-message/release-waiting.js';
import { type Attempt, startAttempt } from '../../domain/outbound-message/start-attempt.js';
import type { Consequence, TransmissionFailure } from '../../domain/outbound-message/what-follows.js';
import type { Transmission } from '../ports/mail-transport.port.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';

/** A message that is being delivered: where it was when the work on it began. */
export interface Delivering {
  readonly companyId: string;
  readonly id: string;
  readonly message: OutboundMessage;
  readonly revision: bigint;
}

export function delivering(companyId: string, id: string, { state, receipt }: Loaded<OutboundMessage>): Delivering {
  return { companyId, id, message: state, revision: receipt.revision };
}

/** Over which channel, and of which mailbox, it was tried. */
export interface Over {
  readonly channel: 'service' | 'smtp';
  readonly mailboxId: string;
}

type Failed = Extract<Transmission, { ok: false }>;
type Rule = (message: OutboundMessage) => Decision<OutboundMessageChanged, string>;

const longestWords = 500;

/** Writes down what delivery did, each fact once: the command id follows from the revision that the work began at. */
@Injectable()
export class DeliveryRecords {
  private readonly log = new Logger(DeliveryRecords.name);

  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws {@link AttemptRefused} where somebody was quicker, so that nothing leaves. */
  async begin(of: Delivering, attempt: Attempt, repeatable: boolean): Promise<void> {
    const started = await this.decide(of, 'begin-attempt', (message) => startAttempt(message, attempt, repeatable));
    if (!started.ok) throw new AttemptRefused(started.refusal.reason);
  }

  /** `mailboxId`: the mailbox whose connection it waits for. */
  async hold(of: Delivering, reason: string, mailboxId?: string): Promise<void> {
    const held = { reason, heldAt: this.clock.now().toISOString(), ...(mailboxId === undefined ? {} : { mailboxId }) };
    await this.end(of, (message) => holdMessage(message, held));
  }

  /** What holds it back may have ended while it was being held. */
  async releaseAtOnce({ companyId, id, revision }: Delivering, way: WayOut): Promise<void> {
    const cause = serviceCause(companyId, 'release-at-once', `${id}@${revision}`);
    const age = { now: this.clock.now(), withinHours: Infinity };
    await this.messages.decide(id, cause, (message) => releaseWaiting(message, way, age));
  }

  async interrupted(of: Delivering): Promise<void> {
    await this.end(of, (message) => recordUncertainty(message, 'interrupted'));
  }

  /** Its person's key is destroyed: there is nothing left to send. */
  async cancelErased(of: Delivering): Promise<void> {
    await this.end(of, cancelMessage);
  }

  async success(of: Delivering, transmission: Extract<Transmission, { ok: true }>): Promise<void> {
    if (transmission.end === 'accepted') await this.end(of, (message) => recordAcceptance(message, this.words(of, transmission.words)));
    else await this.end(of, (message) => recordLocalOutbox(message, transmission.file));
  }

  async failure(of: Delivering, { failure, words }: Failed, consequence: Consequence, over: Over): Promise<void> {
    await this.end(of, this.ruleFor(consequence, recordOf(failure, consequence.reason, this.words(of, words)), over));
  }

  private ruleFor({ then, reason, forMailbox }: Consequence, failure: Failure, { channel, mailboxId }: Over): Rule {
    const now = this.clock.now();
    switch (then) {
      case 'uncertain':
        return (message) => recordUncertainty(message, reason, failure.response);
      case 'reject':
        return (message) => rejectMessage(message, failure);
      case 'hold':
        // What is wrong with the connection itself, the repair of the connection ends.
        return (message) =>
          holdMessage(message, { ...failure, reason: forMailbox ? waitsForRepair : reason, mailboxId, heldAt: now.toISOString() });
      case 'defer':
        return (message) => deferMessage(message, failure, now, { channel, mailboxId });
    }
  }

  private words({ message }: Delivering, words: string | undefined): Personal<string> | undefined {
    return words === undefined ? undefined : Personal.under(message.queued.keyId, words.slice(0, longestWords));
  }

  private async end<Reason extends string>(
    of: Delivering,
    rule: (message: OutboundMessage) => Decision<OutboundMessageChanged, Reason>,
  ): Promise<void> {
    const recorded = await this.decide(of, 'end-attempt', rule);
    // Cancelled or released by a person while the work went on: their word stands, and the next look finds it.
    if (!recorded.ok) this.log.log(`What delivery found out about ${of.id} came too late: ${recorded.refusal.reason}.`);
  }

  private decide<Reason extends string>(
    { companyId, id, revision }: Delivering,
    purpose: string,
    rule: (message: OutboundMessage) => Decision<OutboundMessageChanged, Reason>,
  ) {
    return this.messages.decide(id, serviceCause(companyId, purpose, `${id}@${revision}`), rule);
  }
}

export function codeOf(reply: TransmissionFailure['reply']): string | undefined {
  return reply === undefined ? undefined : [String(reply.code), ...(reply.enhanced === undefined ? [] : [reply.enhanced])].join(' ');
}

function recordOf({ stage, reply }: TransmissionFailure, reason: string, response: Personal<string> | undefined): Failure {
  const code = codeOf(reply);
  return { stage, reason, ...(code === undefined ? {} : { code }), ...(response === undefined ? {} : { response }) };
}

/** The attempt may not begin: the message was cancelled meanwhile, or its attempt is somebody else's. */
export class AttemptRefused extends Error {
  override readonly name = 'AttemptRefused';
}
