import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ExpressionBuilder, Selectable } from 'kysely';
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

type Row = Selectable<CandidatesTables['candidates']> & { readonly open_applications: number | null };

interface Selected {
  readonly companyId: string;
  readonly subsidiaries: readonly string[] | undefined;
  readonly before: number | undefined;
  readonly among: readonly string[] | undefined;
  readonly limit: number;
}

@QueryHandler(ListCandidates)
export class ListCandidatesHandler implements IQueryHandler<ListCandidates> {
  constructor(
    @Inject(CandidateRows) private readonly candidates: CandidateRows,
    @Inject(CandidateAddressRows) private readonly addresses: CandidateAddressRows,
    @Inject(Cursors) private readonly cursors: Cursors,
    @Inject(DataKeys) private readonly keys: DataKeys,
    private readonly known: KnownPeople,
  ) {}

  async execute({ caller: { companyId, subsidiaries }, wanted: { address, cursor, limit }, waitFor }: ListCandidates) {
    if (address !== undefined && !isAddress(normalAddress(address))) return refuse('address-malformed', { field: 'address' });
    // The digest, because a cursor says nothing about a person.
    const at = address === undefined ? '*' : await addressDigest(this.keys, companyId, address);
    const list = JSON.stringify(['candidates', companyId, at, subsidiaries ?? '*']);
    const after = this.cursors.read(list, cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });

    if (waitFor !== undefined) await Promise.all([this.candidates.reached(waitFor), this.addresses.reached(waitFor)]);
    const among = address === undefined ? undefined : await this.known.withAddress(companyId, address);
    const before = after === undefined ? undefined : Number(after[0]);
    const rows = await this.select({ companyId, subsidiaries, before, among, limit: limit + 1 });
    return allow(pageOf(rows, limit, listed, (last) => this.cursors.make(list, [String(last.place), last.candidate_id])));
  }

  private select({ companyId, subsidiaries, before, among, limit }: Selected): Promise<Row[]> {
    let rows = this.candidates.rows
      .selectFrom('candidates')
      .selectAll()
      .select((row) => openOnes(row, subsidiaries).as('open_applications'))
      .where('company_id', '=', companyId);
    if (subsidiaries !== undefined) rows = rows.where((row) => row.exists(applicationsOf(row, subsidiaries).select('application_id')));
    if (before !== undefined) rows = rows.where('place', '<', before);
    if (among !== undefined) rows = rows.where('candidate_id', 'in', among);
    return rows.orderBy('place', 'desc').limit(limit).execute();
  }
}

type EachCandidate = ExpressionBuilder<CandidatesTables, 'candidates'>;

function applicationsOf(row: EachCandidate, subsidiaries: readonly string[] | undefined) {
  const all = row
    .selectFrom('candidate_applications')
    .whereRef('candidate_applications.company_id', '=', 'candidates.company_id')
    .whereRef('candidate_applications.candidate_id', '=', 'candidates.candidate_id');
  return subsidiaries === undefined ? all : all.where('candidate_applications.subsidiary_id', 'in', subsidiaries);
}

function openOnes(row: EachCandidate, subsidiaries: readonly string[] | undefined) {
  return applicationsOf(row, subsidiaries)
    .where('candidate_applications.open', '=', 1)
    .select(({ fn }) => fn.countAll<number>().as('open_applications'));
}

function listed(row: Row): ListedCandidate {
  return {
    candidateId: row.candidate_id,
    name: row.name,
    openApplications: row.open_applications ?? 0,
    registeredAt: row.registered_at,
  };
}
