import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import { Cursors } from '#platform/http/page.js';
import { ChangeRows } from '../ports/change-rows.port.js';
import { type ChangesPage, type ChangesWanted, ListChanges } from './list-changes.query.js';

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(
    @Inject(ChangeRows) private readonly changes: ChangeRows,
    @Inject(Cursors) private readonly cursors: Cursors,
  ) {}

  async execute({ wanted }: ListChanges) {
    const { companyId, after, limit, waitFor } = wanted;
    if (waitFor !== undefined) await this.changes.reached(waitFor);
    const from = await this.placeOf(wanted);
    if (from === undefined) return refuse('cursor-invalid', { field: 'after' });
    const rows = await this.changes.rows
      .selectFrom('changes')
      .selectAll()
      .where('company_id', '=', companyId)
      .where('nth', '>', from)
      .orderBy('nth')
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const items = shown.map(({ type, version, at, facts }) => ({ type, version, at, ...factsOf(facts) }));
    const next =
      last === undefined
        ? (after ?? this.cursors.make(listOf(companyId), [beginning, '']))
        : this.cursors.make(listOf(companyId), [last.position, last.type]);
    return allow<ChangesPage>({ items, next, more: rows.length > limit });
  }

  /** The row that a cursor names; `undefined` where it names none: it is not ours, or of a log that was put back. */
  private async placeOf({ companyId, after }: ChangesWanted): Promise<number | undefined> {
    const place = this.cursors.read(listOf(companyId), after);
    if (place === undefined || place[0] === beginning) return 0;
    if (place === 'bad') return undefined;
    const row = await this.changes.rows
      .selectFrom('changes')
      .select('nth')
      .where('company_id', '=', companyId)
      .where('position', '=', place[0])
      .executeTakeFirst();
    return row?.nth;
  }
}

const beginning = 'beginning';
const listOf = (companyId: string) => `changes of ${companyId}`;

function factsOf(json: string): Readonly<Record<string, string>> {
  const read: unknown = JSON.parse(json);
  return typeof read === 'object' && read !== null
    ? Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
    : {};
}
