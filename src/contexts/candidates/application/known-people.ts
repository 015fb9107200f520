import { Inject, Injectable } from '@nestjs/common';
import { normalAddress } from '#kernel/email-address.js';
import type { Position } from '#kernel/position.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { ReadModelBehind } from '#platform/projections/projection.js';
import { candidateSeen } from '../domain/candidate/candidate-seen.js';
import type { Warning } from '../public/candidates.js';
import { addressDigest, nameDigest } from './digests.js';
import { CandidateStreams } from './ports/candidate-streams.port.js';
import { CandidateAddressRows } from './ports/read-models.port.js';

interface About {
  readonly companyId: string;
  readonly candidateId: string;
  readonly addresses: readonly string[];
  readonly name?: string;
  /** What the asker's token is limited to: whom it does not see is not named. */
  readonly subsidiaries: readonly string[] | undefined;
}

const mostNamed = 20;

/** P7, P8, decision "Two candidates may share an address": who else is known by it is said, not refused. */
@Injectable()
export class KnownPeople {
  constructor(
    @Inject(CandidateAddressRows) private readonly known: CandidateAddressRows,
    @Inject(DataKeys) private readonly keys: DataKeys,
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
  ) {}

  /** After the look-up has seen `at`. What is decided is decided: a look-up that stays behind is told as a warning of its own. */
  async warnings(about: About, at: Position): Promise<readonly Warning[]> {
    try {
      await this.known.reached(at);
    } catch (error) {
      if (error instanceof ReadModelBehind) return [{ warning: 'not-checked', candidateIds: [] }];
      throw error;
    }
    const { companyId, name, subsidiaries } = about;
    const addresses = [...new Set(about.addresses.map(normalAddress))];
    const addressDigests = await Promise.all(addresses.map((address) => addressDigest(this.keys, companyId, address)));
    const nameDigests = name === undefined ? [] : [await nameDigest(this.keys, companyId, name)];
    const named = [
      await this.others('candidate_addresses', addressDigests, about),
      await this.others('candidate_names', nameDigests, about),
    ];
    const [byAddress = [], byName = []] = await Promise.all(named.map((ids) => this.seen(companyId, ids, subsidiaries)));
    return [...warningOf('address-known', byAddress), ...warningOf('name-known', byName)];
  }

  /** Everybody in the company with this address, as far as the look-up has come. */
  async withAddress(companyId: string, address: string): Promise<readonly string[]> {
    const digests = [await addressDigest(this.keys, companyId, address)];
    return this.others('candidate_addresses', digests, { companyId, candidateId: '' }, 100);
  }

  private async seen(companyId: string, ids: readonly string[], subsidiaries: readonly string[] | undefined): Promise<readonly string[]> {
    if (subsidiaries === undefined) return ids;
    const people = await Promise.all(ids.map((id) => this.candidates.load(companyId, id)));
    return ids.filter((_, index) => {
      const state = people[index]?.state;
      return state !== undefined && candidateSeen(subsidiaries, state) !== undefined;
    });
  }

  private async others(
    table: 'candidate_addresses' | 'candidate_names',
    digests: readonly string[],
    { companyId, candidateId }: Pick<About, 'companyId' | 'candidateId'>,
    most = mostNamed,
  ): Promise<readonly string[]> {
    if (digests.length === 0) return [];
    const rows = await this.known.rows
      .selectFrom(table)
      .select('candidate_id')
      .distinct()
      .where('company_id', '=', companyId)
      .where('digest', 'in', digests)
      .where('candidate_id', '!=', candidateId)
      .orderBy('candidate_id')
      .limit(most)
      .execute();
    return rows.map((row) => row.candidate_id);
  }
}

function warningOf(warning: Warning['warning'], candidateIds: readonly string[]): readonly Warning[] {
  return candidateIds.length === 0 ? [] : [{ warning, candidateIds }];
}
