import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#kernel/decision.js';
import { normalAddress, sameAddress, withAsciiDomain } from '#kernel/email-address.js';
import type { Outcome } from '#kernel/outcome.js';
import { serviceCause, unconditionally } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Cause, Common } from '#platform/event-store/streams.js';
import { claimAddress, releaseAddress } from '../domain/address-claim/address-claim.js';
import { Mailboxes } from '../public/mailboxes.js';
import { mailboxIdOf } from './mailbox-ids.js';
import { AddressClaims } from './ports/address-claims.port.js';
import { RecruitingMailboxes } from './ports/recruiting-mailboxes.port.js';

/** Individual addresses are unique inside their company: each is claimed in a stream of its own, named by the address's keyed HMAC. */
@Injectable()
export class IndividualAddresses {
  constructor(
    @Inject(AddressClaims) private readonly claims: AddressClaims,
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(Mailboxes) private readonly known: Pick<Mailboxes, 'individualAddresses'>,
  ) {}

  /** Before the mailbox says that the address is its own; claiming again changes nothing. */
  async claim(address: string, mailboxId: string, cause: Cause): Promise<Outcome<unknown, 'address-taken' | Common>> {
    if (await this.isAnothers(address, mailboxId, cause.companyId)) return refuse('address-taken', { field: 'address' });
    const id = await this.claimId(cause.companyId, address);
    const standing = await this.claims.load(cause.companyId, id);
    if (standing === undefined) {
      const begun = await this.claims.begin(id, unconditionally(cause), { type: 'AddressClaimed', data: { mailboxId } });
      if (begun.ok) return begun;
      // Otherwise somebody was faster, and the rule says what that means.
    }
    // The command may have claimed before and been released: under its own id it would be answered with that, and hold nothing.
    const commandId = idFromCommand(cause.commandId, `claim-after-${standing?.receipt.revision ?? 'none'}`);
    return this.claims.decide(id, { ...unconditionally(cause), commandId }, (claim) => claimAddress(claim, mailboxId));
  }

  /** Claimed under another name: from when the two forms of an internationalised domain were two addresses. */
  private async isAnothers(address: string, mailboxId: string, companyId: string): Promise<boolean> {
    if (withAsciiDomain(address) === address && !address.toLowerCase().includes('xn--')) return false;
    const current = (await this.known.individualAddresses(companyId)).filter((each) => each.current && sameAddress(each.address, address));
    return current.some(({ subsidiaryId }) => mailboxIdOf(companyId, subsidiaryId) !== mailboxId);
  }

  /** R92: addresses that the mailbox no longer has are free for others. */
  async releaseFormer(companyId: string, mailboxId: string): Promise<void> {
    const former = (await this.mailboxes.load(companyId, mailboxId))?.state.formerAddresses ?? [];
    for (const address of former) await this.settle(companyId, await this.claimId(companyId, address), mailboxId);
  }

  /** Releases a claim unless the address is that of the mailbox which holds it. `holder`: only where it is that one. */
  async settle(companyId: string, claimId: string, holder?: string): Promise<void> {
    const standing = await this.claims.load(companyId, claimId);
    const owner = standing?.state.owner;
    if (standing === undefined || owner === undefined || (holder !== undefined && holder !== owner)) return;
    const address = await this.addressOf(companyId, owner);
    if (address !== undefined && (await this.claimId(companyId, address)) === claimId) return;
    const { revision } = standing.receipt;
    // At this revision alone: who claims the address meanwhile is about to need it.
    const cause = { ...serviceCause(companyId, 'release-address', `${claimId}@${revision}`), expectedRevision: revision };
    const released = await this.claims.decide(claimId, cause, (claim) => releaseAddress(claim, owner));
    if (!released.ok && released.refusal.reason !== 'changed-meanwhile')
      throw new Error(`The claim ${claimId} was not released: ${released.refusal.reason}.`);
  }

  private async addressOf(companyId: string, mailboxId: string): Promise<string | undefined> {
    return (await this.mailboxes.load(companyId, mailboxId))?.state.individualAddress;
  }

  private async claimId(companyId: string, address: string): Promise<string> {
    const mac = await this.keys.hmac('individual-address', companyId, normalAddress(address));
    return Buffer.from(mac).toString('base64url');
  }
}
