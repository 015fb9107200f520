import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { Position } from '#kernel/position.js';
import { Config } from '#platform/config/config.js';
import { Candidates } from '../../../candidates/public/candidates.js';
import { Organisation } from '../../../organisation/public/organisation.js';
import { addressOwner, type CandidateTold } from '../../domain/inbound-message/routing/address-owner.js';
import type { AddressOwner, Known, RoutableMail } from '../../domain/inbound-message/routing/evidence.js';
import { soleSender } from '../../domain/inbound-message/routing/sole-sender.js';
import { Participants } from '../ports/participants.port.js';
import { SentMail } from '../queries/sent-mail.js';
import { found, type Found, pairs } from './found.js';

/** Asks, inside the company and at one position, everything that the ladder may want to know about a mail. */
@Injectable()
export class LookUps {
  constructor(
    @Inject(SentMail) private readonly sentMail: SentMail,
    @Inject(Candidates) private readonly candidates: Candidates,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Participants) private readonly participants: Participants,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Throws `ReadModelBehind` where a look-up has not reached `at`: nothing is decided on less. */
  async about(companyId: string, mail: RoutableMail, at: Position): Promise<Known> {
    const threads = await this.threads(companyId, mail, at);
    const owners = await this.owners(companyId, mail, at);
    const named = [...threads.conversations.values(), ...threads.envelopes.values(), ...threads.messages.values()];
    const candidates = await this.known(companyId, owners, [...new Set(named.map(({ candidateId }) => candidateId))]);
    const sender = soleSender(mail);
    const took = sender === undefined ? new Set<string>() : await this.tookPart(companyId, sender, [...candidates.keys()], at);
    const employees = sender === undefined ? [] : await this.organisation.employeesByAddress(companyId, sender, at);
    return {
      at,
      conversation: (token) => threads.conversations.get(token),
      envelope: (token) => threads.envelopes.get(token),
      message: (id) => threads.messages.get(id),
      candidate: (id) => candidates.get(id),
      ownersOf: (address) => owners.get(address) ?? [],
      tookPart: (id, address) =>
        owners.get(address)?.some(({ candidateId }) => candidateId === id) === true || (address === sender && took.has(id)),
      isEmployee: (address) => address === sender && employees.some(({ left }) => !left),
    };
  }

  private async threads(companyId: string, mail: RoutableMail, at: Position) {
    const tokens = [...mail.tokens.map(({ token }) => token), ...mail.quoted.tokens];
    return {
      conversations: await found(tokens, (token) => this.sentMail.byConversationToken(companyId, token, at)),
      envelopes: await found(tokens, (token) => this.sentMail.byEnvelopeToken(companyId, token, at)),
      messages: await found([...mail.answers, ...mail.quoted.messageIds], (id) => this.sentMail.byMessageId(companyId, id, at)),
    };
  }

  private async owners(companyId: string, mail: RoutableMail, at: Position): Promise<Found<readonly AddressOwner[]>> {
    const addresses = [soleSender(mail), mail.forwarded?.from].filter((address) => address !== undefined);
    return found(addresses, async (address) => {
      const owners = await this.candidates.ownersOf(companyId, address, at);
      return owners.map((owner) => this.owner(owner));
    });
  }

  /** Owners as the look-up told them; whoever only a thread names from the own stream. */
  private async known(companyId: string, owners: Found<readonly AddressOwner[]>, named: readonly string[]): Promise<Found<AddressOwner>> {
    const told = pairs([...owners.values()].flat());
    const others = await found(
      named.filter((id) => !told.has(id)),
      async (id) => {
        const facts = await this.candidates.candidate(companyId, id);
        return facts && this.owner(facts);
      },
    );
    return new Map([...told, ...others]);
  }

  private async tookPart(companyId: string, sender: string, candidateIds: readonly string[], at: Position): Promise<ReadonlySet<string>> {
    const took = await found(candidateIds, async (id) =>
      (await this.sentMail.wroteTo(companyId, id, sender, at)) || (await this.participants.wroteTo(companyId, id, sender, at))
        ? id
        : undefined,
    );
    return new Set(took.keys());
  }

  private owner(told: CandidateTold): AddressOwner {
    return addressOwner(told, this.clock.now(), this.config.closedAfterDays);
  }
}
