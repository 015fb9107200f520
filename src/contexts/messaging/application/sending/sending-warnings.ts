import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { mayLeaveTo } from '../../domain/outbound-message/only-deliver-to.js';
import { Mailboxes } from '../../../mailbox/public/index.js';
import { MailTransports } from '../ports/mail-transports.port.js';
import { AddressMarks } from '../queries/address-marks.js';

/** Said, not refused: what whoever sends should know. */
export type SendingWarning =
  /** No relay is configured: mail is written to the local outbox. */
  | 'nothing-leaves-this-machine'
  /** The company's connection must be repaired first: the message will be held until then. */
  | 'connection-needs-attention'
  /** The operator lets mail leave only to some addresses … */
  | 'only-deliver-to'
  /** … and this is none of them: the message will be held. */
  | 'will-be-held'
  /** Mail to the address came back because it is bad (S17). */
  | 'address-bounced'
  /** Nobody is registered under the id it was sent on behalf of: the company's name appears. */
  | 'writer-unknown';

@Injectable()
export class SendingWarnings {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(MailTransports) private readonly transports: MailTransports,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
    @Inject(AddressMarks) private readonly marks: AddressMarks,
  ) {}

  async about(companyId: string, to: string | undefined, subsidiaryId?: string): Promise<readonly SendingWarning[]> {
    const { onlyDeliverTo } = this.config;
    const settings = await this.mailboxes.effectiveSettings(companyId, subsidiaryId);
    const bounced = to !== undefined && (await this.marks.isMarked(companyId, to));
    return [
      ...(this.transports.of(settings?.channel.value ?? 'service').capabilities.leaves ? [] : (['nothing-leaves-this-machine'] as const)),
      ...(settings?.needsAttention === undefined ? [] : (['connection-needs-attention'] as const)),
      ...(onlyDeliverTo === undefined ? [] : (['only-deliver-to'] as const)),
      ...(to === undefined || mayLeaveTo(to, onlyDeliverTo) ? [] : (['will-be-held'] as const)),
      ...(bounced ? (['address-bounced'] as const) : []),
    ];
  }
}
