import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { streamName } from '#platform/event-store/stream-name.js';
import { outboundMessage } from '../../domain/outbound-message/outbound-message.js';
import { ownMarksIn } from '../../domain/inbound-message/own-marks.js';

/** Which Message-IDs this company itself gave away: its own streams know (S2: another company's are nobody's here). */
@Injectable()
export class OwnMessages {
  private readonly domains: readonly string[];

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Config) config: Config,
  ) {
    this.domains = mailDomainsOf(config);
  }

  async include(companyId: string, messageId: string | undefined): Promise<boolean> {
    const [id] = ownMarksIn(messageId ?? '', this.domains).outboundMessageIds;
    const stream = id === undefined ? undefined : streamName({ category: outboundMessage.category, companyId, id });
    return stream !== undefined && (await this.store.readStream(stream, { limit: 1 })).length > 0;
  }
}
