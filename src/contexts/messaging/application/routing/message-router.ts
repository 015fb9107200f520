import { Inject, Injectable, Logger } from '@nestjs/common';
import { partsOf } from '#kernel/email-address.js';
import { Config } from '#platform/config/config.js';
import { mailDomainsOf } from '#platform/config/mail-domains.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { Mailboxes } from '../../../mailbox/public/mailboxes.js';
import { type CompanyFacts, operatorSlug, Organisation } from '../../../organisation/public/organisation.js';
import { endRouting } from '../../domain/inbound-message/end-routing.js';
import type { MessageClassified } from '../../domain/inbound-message/events.js';
import type { Mail } from '../../domain/inbound-message/mail.js';
import type { OwnAddress } from '../../domain/inbound-message/routing/own-addresses.js';
import { routableMail } from '../../domain/inbound-message/routing/routable-mail.js';
import { route } from '../../domain/inbound-message/routing/route.js';
import { ParsedMails } from '../parsing/parsed-mails.port.js';
import { InboundMessages } from '../ports/inbound-messages.port.js';
import { LookUps } from './look-ups.js';
import { mailFacts, mailOfEvent } from './mail-to-route.js';

/** Brings one classified mail to its end state. */
@Injectable()
export class MessageRouter {
  private readonly log = new Logger('Routing');

  constructor(
    @Inject(InboundMessages) private readonly messages: InboundMessages,
    @Inject(ParsedMails) private readonly parsedMails: ParsedMails,
    @Inject(Organisation) private readonly organisation: Pick<Organisation, 'company'>,
    @Inject(Mailboxes) private readonly mailboxes: Pick<Mailboxes, 'serviceAddress' | 'individualAddresses'>,
    @Inject(LookUps) private readonly lookUps: Pick<LookUps, 'about'>,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Decided on the stream, so that doing it twice or late does no harm. Throws where a look-up is behind: the to-do comes back. */
  async route(companyId: string, messageId: string): Promise<void | 'done'> {
    const loaded = await this.messages.load(companyId, messageId);
    if (loaded === undefined) throw new Error(`The message ${messageId} is owed a route, and its stream is not there.`);
    const { classified, place } = loaded.state;
    if (place.is !== 'classified' || classified === undefined) return; // Ended already; the to-do's row follows.
    const mail = await this.mailOf(classified);
    if (mail === 'erased') {
      this.log.warn(`Message ${messageId} was erased before it was routed.`);
      return 'done';
    }

    const company = await this.company(companyId);
    const facts = mailFacts(loaded, classified, mail, company.slug === operatorSlug);
    const routable = routableMail(mail, facts, await this.ownAddress(company));
    // The message's own last event: whatever was known when the mail was classified counts.
    const known = await this.lookUps.about(companyId, routable, loaded.receipt.position);
    const end = route(routable, known);
    const decided = await this.messages.decide(messageId, serviceCause(companyId, 'route', messageId), (message) =>
      endRouting(message, end),
    );
    if (!decided.ok) throw new Error(`The route of message ${messageId} was refused: ${decided.refusal.reason}.`);
  }

  private async mailOf(classified: MessageClassified['data']): Promise<Mail | 'erased'> {
    if (classified.parsedBlobId === undefined) return mailOfEvent(classified);
    const parsed = await this.parsedMails.read(classified.parsedBlobId);
    return parsed === 'erased' ? 'erased' : parsed.mail;
  }

  private async company(companyId: string): Promise<CompanyFacts> {
    const company = await this.organisation.company(companyId);
    if (company === undefined) throw new Error(`The company ${companyId} has mail and no stream.`);
    return company;
  }

  private async ownAddress({ companyId, slug, subsidiaries }: CompanyFacts): Promise<OwnAddress> {
    const individual = await this.mailboxes.individualAddresses(companyId);
    // Whose it is now counts, whoever had it before.
    const currentLast = individual.toSorted((one, other) => Number(one.current) - Number(other.current));
    return {
      individual: new Map(currentLast.map(({ address, subsidiaryId = '' }) => [address, subsidiaryId])),
      local: partsOf(this.mailboxes.serviceAddress(slug))?.local ?? `${slug}-jobs`,
      domains: mailDomainsOf(this.config),
      tags: new Map(subsidiaries.map(({ tag, subsidiaryId }) => [tag, subsidiaryId])),
    };
  }
}
