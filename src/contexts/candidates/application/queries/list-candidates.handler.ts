import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Selectable } from 'kysely';
import { allow, refuse } from '#kernel/decision.js';
import { isAddress, normalAddress } from '#kernel/email-address.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { Cursors } from '#platform/http/page.js';
import { pageOf } from '#platform/http/page-of.js';
import { addressDigest } from '../digests.js';
import { KnownPeople } from '../known-people.js';
import { CandidateAddressRows, CandidateRows } from '../ports/read-models.port.js';
import type { CandidatesTables } from '../projections/candidates.projection.js';
import { ListCandidates, type ListedCandidate } from './list-candidates.query.js';

type Row = Selectable<CandidatesTables['candidates']>;

@QueryHandler(ListCandidates)
export class ListCandidatesHandler implements IQueryHandler<ListCandidates> {
  constructor(
    @Inject(CandidateRows) private readonly candidates: CandidateRows,
    @Inject(CandidateAddressRows) private readonly addresses: CandidateAddressRows,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(DataKeys) private readonly keys: DataKeys,
    private readonly known: KnownPeople,
  ) {}

  async execute({ companyId, wanted: { address, cursor, limit }, waitFor }: ListCandidates) {
    if (address !== undefined && !isAddress(normalAddress(address))) return refuse('address-malformed', { field: 'address' });
    // The digest, because a cursor says nothing about a person.
    const list = `candidates of ${companyId}${address === undefined ? '' : ` at ${await addressDigest(this.keys, companyId, address)}`}`;
    const after = this.cursors.read(list, cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });

    if (waitFor !== undefined) await Promise.all([this.candidates.reached(waitFor), this.addresses.reached(waitFor)]);
    const owners = address === undefined ? undefined : await this.known.withAddress(companyId, address);
    const rows = await this.rowsAfter(companyId, after === undefined ? undefined : Number(after[0]), owners, limit + 1);
    return allow(pageOf(rows, limit, listed, (last) => this.cursors.make(list, [String(last.place), last.candidate_id])));
  }

  private rowsAfter(companyId: string, place: number | undefined, among: readonly string[] | undefined, limit: number): Promise<Row[]> {
    let rows = this.candidates.rows.selectFrom('candidates').selectAll().where('company_id', '=', companyId);
    if (place !== undefined) rows = rows.where('place', '<', place);
    if (among !== undefined) rows = rows.where('candidate_id', 'in', among);
    return rows.orderBy('place', 'desc').limit(limit).execute();
  }
}

function listed(row: Row): ListedCandidate {
  return {
    candidateId: row.candidate_id,
    name: row.name,
    openApplications: row.open_applications,
    registeredAt: row.registered_at,
  };
}
