import { Inject, Injectable } from '@nestjs/common';
import { allow } from '#kernel/decision.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { Candidate } from '../../domain/candidate/candidate.js';
import { whereSeen } from '../../domain/candidate/candidate-seen.js';
import { differencesOf, namedOtherwise, sameApplication } from '../../domain/candidate/differences.js';
import type { NewApplication } from '../../domain/candidate/open-application.js';
import { updateCandidate } from '../../domain/candidate/update-candidate.js';
import { ApplicationIds } from '../application-ids.js';
import { ApplicationNames } from '../application-names.js';
import { ApplicationSubsidiary } from '../application-subsidiary.js';
import type { CandidateItem } from '../commands/import-candidates.command.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { differing, type ItemResult, refused, somebodyWasFaster, step } from './batch.js';

/** So often in all, where somebody else is faster. */
const tries = 3;

/** Brings somebody who is known up to date with an item of a batch: in one step, or not at all. */
@Injectable()
export class CandidateUpdates {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    private readonly applicationIds: ApplicationIds,
    private readonly names: ApplicationNames,
    private readonly subsidiary: ApplicationSubsidiary,
  ) {}

  /** `undefined` where there is no such person, or none whom the asker sees. */
  async update(item: CandidateItem, candidateId: string, cause: Cause): Promise<ItemResult | undefined> {
    const own = step(cause, 'update');
    const seen = whereSeen(own.subsidiaries, (ofAsker, whole) => allow({ ofAsker, whole }));
    for (let attempt = 1; ; attempt++) {
      const standing = await this.candidates.ask(candidateId, own, seen);
      if (!standing.go) {
        if (standing.answer.ok) return this.told(item, candidateId, own, standing.answer.value.position);
        return standing.answer.refusal.reason === 'not-found' ? undefined : refused(item, standing.answer);
      }
      const opening = await this.toOpen(item, candidateId, standing.found.ofAsker, own);
      if (!opening.ok) return refused(item, opening);
      const written = await this.write(item, candidateId, standing.found.whole, opening.value, own);
      if (written.ok) return this.told(item, candidateId, own, written.value);
      if (attempt === tries || !somebodyWasFaster(written.refusal.reason)) return refused(item, written);
    }
  }

  /** The application of the item, unless the person has it already. One that the asker does not see is none: the answer would tell of it. */
  private async toOpen({ application }: CandidateItem, candidateId: string, seen: Candidate, own: Cause) {
    const nothing = allow<NewApplication | undefined>(undefined);
    if (application === undefined) return nothing;
    const { subsidiaryId: _, ...rest } = application;
    if (rest.externalId === undefined) {
      if (sameApplication(seen, await this.subsidiary.resolved(application, own)) !== undefined) return nothing;
    } else {
      const named = await this.names.of(candidateId, rest.externalId, own);
      if (!named.ok) return named;
      if (named.value !== undefined) return nothing;
    }
    const subsidiary = await this.subsidiary.find(own, application.subsidiaryId);
    if (!subsidiary.ok) return subsidiary;
    const at = subsidiary.value === undefined ? {} : { subsidiaryId: subsidiary.value };
    return allow<NewApplication | undefined>({ ...rest, ...at, applicationId: this.applicationIds.fresh(own) });
  }

  /** Where something was written, the position of it. What cannot be is refused before the application's name is claimed. */
  private async write(item: CandidateItem, candidateId: string, known: Candidate, opening: NewApplication | undefined, own: Cause) {
    const person = { addresses: item.addresses, ...(opening === undefined ? {} : { application: opening }) };
    const may = updateCandidate(known, person);
    if (!may.ok) return may;
    if (may.value.length === 0) return allow(undefined);
    const claimed = await this.applicationIds.claim({ ...opening, candidateId }, own);
    if (!claimed.ok) return claimed;
    const written = { anything: true }; // Unless the rule says otherwise: it is not asked where the command was carried out meanwhile.
    const updated = await this.candidates.decide(candidateId, own, (candidate) => {
      const decision = updateCandidate(candidate, person);
      written.anything = decision.ok && decision.value.length > 0;
      return decision;
    });
    if (updated.ok) return allow(written.anything ? updated.value.position : undefined);
    await this.applicationIds.release(own.companyId, opening);
    return updated;
  }

  private async told(item: CandidateItem, candidateId: string, own: Cause, position: string | undefined): Promise<ItemResult> {
    const { externalId } = item;
    const differs = await this.differencesTo(item, candidateId, own);
    const result = position === undefined ? ({ result: 'unchanged' } as const) : ({ result: 'updated', position } as const);
    return { externalId, id: candidateId, ...result, ...differing(differs) };
  }

  private async differencesTo({ name, application }: CandidateItem, candidateId: string, own: Cause): Promise<readonly string[]> {
    const candidate = (await this.candidates.load(own.companyId, candidateId))?.state;
    if (candidate === undefined) return [];
    const byName = namedOtherwise(candidate, name) ? ['name'] : [];
    if (application?.externalId === undefined) return byName;
    const named = await this.names.of(candidateId, application.externalId, own);
    if (!named.ok || named.value === undefined) return byName;
    const differences = differencesOf(named.value, await this.subsidiary.resolved(application, own));
    return [...byName, ...differences.map((field) => `application.${field}`)];
  }
}
