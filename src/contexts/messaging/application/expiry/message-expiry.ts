import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Blobs } from '#platform/blobs/blobs.port.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { nextStepAt, stepTowardsExpiry } from '../../domain/inbound-message/expire-message.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';

/** Lets unassigned mail go after its time, announced, and only with an administrator's word where nobody looked. */
@Injectable()
export class MessageExpiry {
  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Blobs) private readonly blobs: Blobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The next step, if it is time; otherwise when it will be. */
  async step(companyId: string, messageId: string): Promise<void | 'done' | { readonly again: Date }> {
    const loaded = await this.messages.load(companyId, messageId);
    if (loaded === undefined) throw new Error(`The message ${messageId} is to expire, and its stream is not there.`);
    const now = this.clock.now();
    const due = nextStepAt(loaded.state, now);
    if (due === undefined) return 'done';
    if (now < due) return { again: due };
    // The revision makes each step a command of its own.
    const cause = serviceCause(companyId, 'expire', `${messageId}@${String(loaded.receipt.revision)}`);
    const stepped = await this.messages.decide(messageId, cause, (message) => stepTowardsExpiry(message, now));
    if (!stepped.ok) throw new Error(`The expiry of message ${messageId} was refused: ${stepped.refusal.reason}.`);
  }

  /** After the event that says so. Doing it twice is once. */
  async destroy(companyId: string, messageId: string): Promise<'done'> {
    const loaded = await this.messages.load(companyId, messageId);
    if (loaded?.state.place.is !== 'expired') throw new Error(`The message ${messageId} is to be destroyed and has not expired.`);
    const { received, classified } = loaded.state;
    await this.keys.destroy(received.keyId);
    await this.blobs.remove(received.blobId);
    if (classified?.parsedBlobId !== undefined) await this.blobs.remove(classified.parsedBlobId);
    return 'done';
  }
}
