import { Inject, Injectable } from '@nestjs/common';
import { allow } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import { serviceCause, unconditionally } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { idFromCommand } from '#platform/event-store/identity.js';
import type { Cause, Common } from '#platform/event-store/streams.js';
import { claimCompany } from '../domain/company-claim/claim-company.js';
import { releaseCompany } from '../domain/company-claim/release-company.js';
import { claimIdOf, companyCalled, nameOf, ownerOfNames } from './company-called.js';
import { Companies } from './ports/companies.port.js';
import { CompanyClaims } from './ports/company-claims.port.js';

/** What the platform calls its companies: claimed in a stream of its own, because a company's id follows from its slug. */
@Injectable()
export class CompanyNames {
  constructor(
    @Inject(CompanyClaims) private readonly claims: CompanyClaims,
    @Inject(Companies) private readonly companies: Companies,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  /** The company behind an id or `external:<externalId>`; `undefined` where none has that name. */
  resolve(idOrExternal: string): Promise<string | undefined> {
    return companyCalled(idOrExternal, { claims: this.claims, companies: this.companies, keys: this.keys });
  }

  /** To be called before the event that registers the company; again by the same command it changes nothing. */
  async claim(companyId: string, externalId: string | undefined, cause: Cause): Promise<Outcome<unknown, 'external-id-taken' | Common>> {
    if (externalId === undefined) return allow(undefined);
    const own = { ...unconditionally(cause), companyId: ownerOfNames };
    const claimant = { companyId, registrationId: registrationOf(cause) };
    const id = await this.claimId(externalId);
    const standing = await this.claims.load(ownerOfNames, id);
    if (standing === undefined) {
      const begun = await this.claims.begin(id, own, { type: 'CompanyClaimed', data: claimant });
      if (begun.ok) return begun;
      // Otherwise somebody was faster, and the rule says what that means.
    }
    // The command may have claimed before and been released: under its own id it would be answered with that, and hold nothing.
    const commandId = idFromCommand(cause.commandId, `claim-after-${standing?.receipt.revision ?? 'none'}`);
    return this.claims.decide(id, { ...own, commandId }, (claim) => claimCompany(claim, claimant));
  }

  /** Where the company was refused after all. */
  async release(externalId: string | undefined, cause: Cause): Promise<void> {
    if (externalId === undefined) return; // Nothing was claimed.
    await this.releaseClaim(await this.claimId(externalId), registrationOf(cause));
  }

  /** Frees a claim whose company never came to be under that name. */
  async settle(claimId: string): Promise<void> {
    const claim = await this.claims.load(ownerOfNames, claimId);
    const holder = claim?.state.holder;
    if (holder === undefined) return; // Released meanwhile.
    const name = await nameOf(this.companies, holder.companyId);
    if (name !== undefined && (await this.claimId(name)) === claimId) return; // It came to be.
    await this.releaseClaim(claimId, holder.registrationId);
  }

  private async releaseClaim(claimId: string, registrationId: string): Promise<void> {
    const standing = await this.claims.load(ownerOfNames, claimId);
    if (standing?.state.holder?.registrationId !== registrationId) return; // Released already, or another's by now.
    const cause = serviceCause(ownerOfNames, 'release-company-claim', `${claimId}@${standing.receipt.revision}`);
    const released = await this.claims.decide(claimId, cause, (claim) => releaseCompany(claim, registrationId));
    if (!released.ok) throw new Error(`The claim ${claimId} was not released: ${released.refusal.reason}.`);
  }

  private claimId(externalId: string): Promise<string> {
    return claimIdOf(this.keys, externalId);
  }
}

function registrationOf({ commandId }: Cause): string {
  return idFromCommand(commandId, 'company-registration');
}
