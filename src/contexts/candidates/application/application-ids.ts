import { Inject, Injectable } from '@nestjs/common';
import type { Outcome } from '#kernel/outcome.js';
import { serviceCause, unconditionally } from '#platform/event-store/cause.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { externalIdentity, externalIdIn, idFromCommand } from '#platform/event-store/identity.js';
import type { Cause, Common } from '#platform/event-store/streams.js';
import { claimApplication } from '../domain/application-claim/claim-application.js';
import { releaseApplication } from '../domain/application-claim/release-application.js';
import { ExternalIdsInUse } from './external-ids-in-use.js';
import { ApplicationClaimStreams } from './ports/application-claim-streams.port.js';

/** Nothing is claimed for an application that has no name of the caller's, and for none at all. */
interface Claimable {
  readonly externalId?: string;
  readonly applicationId?: string;
}

/** The ids of applications, which live in their candidates' streams: what callers name them by is claimed in a stream of its own. */
@Injectable()
export class ApplicationIds {
  constructor(
    @Inject(ApplicationClaimStreams) private readonly claims: ApplicationClaimStreams,
    @Inject(DataKeys) private readonly keys: DataKeys,
    private readonly inUse: ExternalIdsInUse,
  ) {}

  fresh(cause: Cause): string {
    return idFromCommand(cause.commandId, 'application');
  }

  /** An `external:<id>` that nobody holds stays as it is: no candidate has an application of that name. */
  async resolve(companyId: string, idOrExternal: string): Promise<string> {
    const externalId = externalIdIn(idOrExternal);
    if (externalId === undefined) return idOrExternal;
    return (await this.holder(companyId, externalId))?.applicationId ?? idOrExternal;
  }

  /** Whose application goes by the caller's own id; `undefined` where nobody's does. */
  async holder(companyId: string, externalId: string) {
    return this.holderOf(await this.claimId(companyId, externalId), { companyId });
  }

  /** To be called before the event that opens the application; again by the same application it changes nothing. */
  async claim(
    { externalId, applicationId, candidateId }: Claimable & { readonly candidateId: string },
    cause: Cause,
  ): Promise<Outcome<unknown, 'external-id-taken' | 'external-id-in-use' | Common>> {
    if (externalId === undefined || applicationId === undefined) return { ok: true, value: undefined };
    const id = await this.claimId(cause.companyId, externalId);
    const standing = await this.claims.load(cause.companyId, id);
    if (standing === undefined) {
      const begun = await this.claims.begin(id, unconditionally(cause), {
        type: 'ApplicationClaimed',
        data: { candidateId, applicationId },
      });
      if (begun.ok) return begun;
      // Otherwise somebody was faster, and the rule says what that means.
    }
    // The command may have claimed before and been released: under its own id it would be answered with that, and hold nothing.
    const commandId = idFromCommand(cause.commandId, `claim-after-${standing?.receipt.revision ?? 'none'}`);
    const own = { ...unconditionally(cause), commandId };
    const claimed = await this.claims.decide(id, own, (claim) => claimApplication(claim, candidateId, applicationId));
    return claimed.ok || claimed.refusal.reason !== 'external-id-taken'
      ? claimed
      : this.inUse.byApplication(await this.holderOf(id, cause), cause);
  }

  /** Where the application was refused after all. */
  async release(companyId: string, { externalId, applicationId }: Claimable = {}): Promise<void> {
    if (externalId === undefined || applicationId === undefined) return; // Nothing was claimed.
    await this.releaseClaim(companyId, await this.claimId(companyId, externalId), applicationId);
  }

  async releaseClaim(companyId: string, claimId: string, applicationId: string): Promise<void> {
    const standing = await this.claims.load(companyId, claimId);
    if (standing?.state.holder?.applicationId !== applicationId) return; // Released already, or another's by now.
    const cause = serviceCause(companyId, 'release-application-claim', `${claimId}@${standing.receipt.revision}`);
    const released = await this.claims.decide(claimId, cause, (claim) => releaseApplication(claim, applicationId));
    if (!released.ok) throw new Error(`The claim ${claimId} was not released: ${released.refusal.reason}.`);
  }

  private async holderOf(claimId: string, { companyId }: Pick<Cause, 'companyId'>) {
    return (await this.claims.load(companyId, claimId))?.state.holder;
  }

  private claimId(companyId: string, externalId: string): Promise<string> {
    return externalIdentity(this.keys, companyId, 'application', externalId);
  }
}
