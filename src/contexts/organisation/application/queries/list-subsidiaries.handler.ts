import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Selectable } from 'kysely';
import { allow, refuse } from '#kernel/decision.js';
import { Cursors } from '#platform/http/page.js';
import { pageOf } from '#platform/http/page-of.js';
import { Companies } from '../ports/companies.port.js';
import { CompanyMailbox } from '../ports/company-mailbox.port.js';
import { SubsidiaryRows } from '../ports/read-models.port.js';
import type { SubsidiariesTables } from '../projections/subsidiaries.projection.js';
import { ListSubsidiaries, type SubsidiaryView } from './list-subsidiaries.query.js';

type Row = Selectable<SubsidiariesTables['subsidiaries']>;

@QueryHandler(ListSubsidiaries)
export class ListSubsidiariesHandler implements IQueryHandler<ListSubsidiaries> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(SubsidiaryRows) private readonly subsidiaries: SubsidiaryRows,
    @Inject(CompanyMailbox) private readonly mailbox: CompanyMailbox,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  async execute({ caller, page, waitFor }: ListSubsidiaries) {
    const { companyId, subsidiaries } = caller;
    const list = JSON.stringify(['subsidiaries', companyId, subsidiaries ?? '*']);
    const after = this.cursors.read(list, page.cursor);
    if (after === 'bad') return refuse('cursor-invalid', { field: 'cursor' });
    const company = await this.companies.load(companyId, companyId);
    if (company === undefined) return refuse('not-found');

    if (waitFor !== undefined) await this.subsidiaries.reached(waitFor);
    const rows = await this.rowsAfter(caller, Number(after?.[0] ?? 0), page.limit + 1);
    const show = (row: Row) => this.viewOf(row, company.state.slug);
    return allow(pageOf(rows, page.limit, show, (last) => this.cursors.make(list, [String(last.place), last.subsidiary_id])));
  }

  private rowsAfter({ companyId, subsidiaries }: ListSubsidiaries['caller'], place: number, limit: number): Promise<Row[]> {
    const all = this.subsidiaries.rows.selectFrom('subsidiaries').selectAll().where('company_id', '=', companyId);
    const seen = subsidiaries === undefined ? all : all.where('subsidiary_id', 'in', subsidiaries);
    return seen.where('place', '>', place).orderBy('place').limit(limit).execute();
  }

  private viewOf(row: Row, slug: string): SubsidiaryView {
    return {
      subsidiaryId: row.subsidiary_id,
      name: row.name,
      tag: row.tag,
      redirectTarget: this.mailbox.redirectTarget(slug, row.tag),
      ...(row.external_id === null ? {} : { externalId: row.external_id }),
      closed: row.closed === 1,
    };
  }
}
