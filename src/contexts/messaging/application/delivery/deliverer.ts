import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Config } from '#platform/config/config.js';
import type { Task } from '#platform/to-dos/to-do.js';
import { type EffectiveSettings, Mailboxes } from '../../../mailbox/public/index.js';
import { holdsBack } from '../../domain/outbound-message/held-for-connection.js';
import { waitsForItsChannel } from '../../domain/outbound-message/reasons-to-wait.js';
import { mayLeaveTo } from '../../domain/outbound-message/only-deliver-to.js';
import type { OutboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { type Consequence, type TransmissionFailure, whatFollows } from '../../domain/outbound-message/what-follows.js';
import type { Transmission } from '../ports/mail-transport.port.js';
import { MailTransports } from '../ports/mail-transports.port.js';
import { OutboundMessages } from '../ports/outbound-messages.port.js';
import { ConnectionReports } from './connection-reports.js';
import { AttemptRefused, type Delivering, delivering, DeliveryRecords } from './delivery-records.js';
import { MailboxPauses } from './mailbox-pauses.js';
import { MailboxRates } from './mailbox-rates.js';
import { opened, type Opened } from './opened.js';
import { OutgoingMails } from './outgoing-mails.js';
import { wayOutOf } from './way-out-of.js';

/** Not an event's matter: asked again at this time. */
type Later = { readonly again: Date };

/** Offers a queued message to its channel's transport, and writes down what became of it. What it decides, it decides on the message's own stream. */
@Injectable()
export class Deliverer {
  private readonly log = new Logger(Deliverer.name);
  private readonly pauses = new MailboxPauses();
  private readonly rates: MailboxRates;

  constructor(
    @Inject(OutboundMessages) private readonly messages: OutboundMessages,
    @Inject(MailTransports) private readonly transports: MailTransports,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    private readonly outgoing: OutgoingMails,
    private readonly records: DeliveryRecords,
    private readonly connections: ConnectionReports,
  ) {
    this.rates = new MailboxRates(config.mailboxRatePerMinute);
  }

  async deliver({ companyId, streamId, signal }: Pick<Task, 'companyId' | 'streamId' | 'signal'>): Promise<void | Later> {
    const loaded = await this.messages.load(companyId, streamId);
    if (loaded === undefined) throw new Error('A message that is to be delivered is not there.');
    const of = delivering(companyId, streamId, loaded);
    switch (of.message.state) {
      case 'queued':
      case 'deferred':
        return this.mayLeave(of, signal);
      case 'attempting':
        // S27: a crash came between the first octet and the answer.
        return this.repeatable(of.message) ? this.mayLeave(of, signal) : this.records.interrupted(of);
      default:
        // Ended, or waits for a person; the event that said so is on its way to the list of work.
        return undefined;
    }
  }

  private async mayLeave(of: Delivering, signal: AbortSignal): Promise<void | Later> {
    const { queued, state } = of.message;
    const personal = opened(queued);
    if (personal === undefined) return this.erased(of);
    if (state !== 'attempting' && !mayLeaveTo(personal.to, this.config.onlyDeliverTo)) return this.records.hold(of, 'only-deliver-to');
    const settings = await this.settingsFor(of);
    const held = state === 'attempting' ? undefined : holdsBack(of.message, this.wayOut(of, settings));
    if (held !== undefined) return this.holdForConnection(of, held, settings);
    const now = this.clock.now();
    const again = this.pauses.until(wayIn(settings), now) ?? this.rates.next(settings.channel.supplied.mailboxId, now);
    return again === undefined ? this.leave(of, personal, settings, signal) : { again };
  }

  private async leave(of: Delivering, personal: Opened, settings: EffectiveSettings, signal: AbortSignal): Promise<void | Later> {
    const { companyId, id, message } = of;
    const transport = this.transports.of(settings.channel.value);
    const ready = await this.outgoing.ready(companyId, id, message, personal, settings);
    if (ready === 'erased') return this.erased(of);

    this.rates.count(settings.channel.supplied.mailboxId, this.clock.now());
    let begun = false;
    const begin = async () => {
      await this.records.begin(of, await ready.attempt(transport.name), this.repeatable(message));
      begun = true;
    };
    try {
      return await this.conclude(of, settings, await transport.send(ready.mail, begin, signal), begun);
    } catch (error) {
      if (!(error instanceof AttemptRefused)) throw error;
      this.log.log(`Nothing of ${id} left: ${error.message}.`);
      return undefined;
    }
  }

  private async conclude(of: Delivering, settings: EffectiveSettings, transmission: Transmission, begun: boolean): Promise<void | Later> {
    const { value: channel, supplied } = settings.channel;
    const { mailboxId } = supplied;
    if (transmission.ok) {
      this.pauses.end(wayIn(settings));
      await this.records.success(of, transmission);
      return this.connections.proven(of.companyId, settings);
    }
    const { failure } = transmission;
    // The service is stopping and nothing had left: no failure of the message's, so that it is not told as one.
    if (failure.fault === 'interrupted' && !begun) return { again: this.clock.now() };
    const consequence = whatFollows(failure, channel === 'service' ? 'service' : 'own');
    const holdsAll = consequence.then === 'hold' && consequence.forMailbox;
    // The mailbox first: a crash in between leaves a message that is held at its next turn, not one that waits for a repair nobody owes.
    if (holdsAll) await this.connections.impaired(of.companyId, settings, transmission, consequence);
    await this.records.failure(of, transmission, consequence, { channel, mailboxId });
    this.tellOperator(of, consequence, failure);
    if (holdsAll) return this.lookAgain(of);
    if (consequence.forMailbox) this.pauses.pause(wayIn(settings), this.clock.now());
    return undefined;
  }

  private async holdForConnection(of: Delivering, reason: string, settings: EffectiveSettings): Promise<void> {
    const { mailboxId } = settings.channel.supplied;
    await this.records.hold(of, reason, reason === waitsForItsChannel ? of.message.waitsFor : mailboxId);
    await this.lookAgain(of);
  }

  /** Repaired, replaced or switched off while it was being held: the release that this owes may have looked before. */
  private async lookAgain(of: Delivering): Promise<void> {
    await this.records.releaseAtOnce(of, this.wayOut(of, await this.settingsFor(of)));
  }

  private wayOut({ companyId, message }: Delivering, settings: EffectiveSettings) {
    return wayOutOf(settings, this.mailboxes.mailboxId(companyId, message.queued.subsidiaryId));
  }

  private async settingsFor({ companyId, message }: Delivering): Promise<EffectiveSettings> {
    const settings = await this.mailboxes.effectiveSettings(companyId, message.queued.subsidiaryId);
    if (settings === undefined) throw new Error('The mailbox of a message is not there yet.');
    return settings;
  }

  /** Never the server's words: they may name people. */
  private tellOperator(
    { companyId, id }: Delivering,
    { reason, alarm, forMailbox }: Consequence,
    { stage, reply }: TransmissionFailure,
  ): void {
    const told = `The message ${id} of company ${companyId} cannot leave: ${reason} at ${stage}, reply ${reply?.code ?? 'none'}.`;
    if (alarm) this.log.error(`${told} It is tried again.`);
    else if (forMailbox) this.log.warn(told);
  }

  /** Nothing is left to send; what may have left before stays uncertain. */
  private async erased(of: Delivering): Promise<void> {
    await (of.message.state === 'attempting' ? this.records.interrupted(of) : this.records.cancelErased(of));
  }

  /** Whether the last attempt may simply be made again: its transport makes two of the same into one. */
  private repeatable({ lastAttempt }: OutboundMessage): boolean {
    return lastAttempt === undefined || this.transports.named(lastAttempt.transport)?.capabilities.repeatable === true;
  }
}

/** What is paused after a failure: this connection as it stands, not the one that takes its place. */
function wayIn({ channel, connection }: EffectiveSettings): string {
  return `${channel.supplied.mailboxId} ${connection?.connectionId ?? channel.value}`;
}
