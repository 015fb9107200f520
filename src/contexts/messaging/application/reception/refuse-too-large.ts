import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { normalAddress } from '#kernel/email-address.js';
import { Personal } from '#kernel/personal.js';
import { Config } from '#platform/config/config.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { externalIdentity } from '#platform/event-store/identity.js';
import type { Envelope } from '#platform/smtp-ingress/mail-reception.port.js';
import { refusedMail } from '../../domain/refused-mail/refused-mail.js';
import { RefusedMails } from '../ports/refused-mails.port.js';

/**
 * People of each company addressed can see that somebody's mail was too large. Once for a sender and day: senders try again, and the size
 * of a mail can be declared at no cost.
 */
@Injectable()
export class RefuseTooLarge {
  constructor(
    @Inject(RefusedMails) private readonly refused: RefusedMails,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async refuse(envelope: Envelope, size: number): Promise<void> {
    for (const companyId of new Set(envelope.recipients.map((recipient) => recipient.companyId)))
      await this.record(companyId, envelope, size);
  }

  private async record(companyId: string, { sender, recipients }: Envelope, size: number): Promise<void> {
    const day = this.clock.now().toISOString().slice(0, 10);
    const id = await externalIdentity(this.keys, companyId, refusedMail.category, `${day} ${normalAddress(sender)}`);
    if ((await this.refused.load(companyId, id)) !== undefined) return;
    const { id: keyId } = await this.keys.take();
    const addressed = recipients.filter((recipient) => recipient.companyId === companyId).map(({ address }) => address);
    const begun = await this.refused.begin(id, serviceCause(companyId, 'refuse-too-large', id), {
      type: 'MessageRefusedTooLarge',
      data: {
        keyId,
        size,
        limit: this.config.smtp.maxBytes,
        sender: Personal.under(keyId, sender),
        recipients: Personal.under(keyId, addressed),
      },
    });
    if (!begun.ok && begun.refusal.reason !== 'exists-already')
      throw new Error(`A refused mail was not recorded: ${begun.refusal.reason}.`);
  }
}
