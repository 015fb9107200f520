import { type Kysely, sql, type Transaction } from 'kysely';
import type { DomainEvent } from '#kernel/domain-event.js';
import { type Definition, isOneOf, typeOf } from '../projections/definition.js';
import type { Recorded } from '../projections/projection.js';
import { later, owedShape, type OwedTables } from './owed-row.js';
import type { Owed, ToDo } from './to-do.js';

/** The rows of a to-do as a projection: what each event does to what is owed, one row for each stream that owes something or waits. */
export function owedDefinition<Event extends DomainEvent>({ name, version, on }: ToDo<Event>): Definition {
  return {
    name,
    version,
    decides: false,
    tables: [[name, owedShape]],
    indexes: [{ on: name, columns: ['state', 'lane', 'takeable_at'] }],
    eventTypes: Object.keys(on),
    categories: [],
    async handle(recorded, rows) {
      if (isOneOf<Event>(on, recorded)) await settle(name, recorded, on[typeOf<Event>(recorded)](recorded), seenAsOwed(rows));
    },
    async every() {
      // It asks for no category: an event without a line of its own changes nothing.
    },
    carryOver,
  };
}

/** Leases, attempts and times that the work itself named: whoever works right now goes on, and nobody begins beside it. */
async function carryOver(rows: Kysely<unknown>, tables: { readonly former: string; readonly next: string }): Promise<void> {
  const [former, next] = [sql.table(tables.former), sql.table(tables.next)];
  const same = sql`former.company_id = next.company_id and former.stream_id = next.stream_id`;
  await sql`
    update ${next} as next
    set due_at = former.due_at, takeable_at = former.takeable_at, attempt = former.attempt, last_error = former.last_error
    from ${former} as former where ${same} and former.revision = next.revision`.execute(rows);
  await sql`
    update ${next} as next
    set lease_until = former.lease_until, takeable_at = case when former.lease_until > next.takeable_at then former.lease_until else next.takeable_at end
    from ${former} as former where ${same} and former.lease_until is not null`.execute(rows);
}

function seenAsOwed(rows: Transaction<unknown>): Transaction<OwedTables> {
  return rows as Transaction<OwedTables>;
}

async function settle(name: string, recorded: Recorded<unknown>, owed: Owed, rows: Transaction<OwedTables>): Promise<void> {
  if (typeof owed === 'object' && 'ignored' in owed) return; // The to-do says why.
  const { companyId, streamId } = recorded;
  if (owed === 'done') {
    await rows.deleteFrom(name).where('company_id', '=', companyId).where('stream_id', '=', streamId).execute();
    return;
  }
  const known = await rows
    .selectFrom(name)
    .select(['lane', 'lease_until'])
    .where('company_id', '=', companyId)
    .where('stream_id', '=', streamId)
    .executeTakeFirst();
  const changed = {
    ...standing(owed, recorded, known?.lease_until ?? null),
    attempt: 0,
    revision: Number(recorded.revision),
    last_error: null,
  };
  const lane = (typeof owed === 'object' ? owed.lane : undefined) ?? known?.lane ?? companyId;
  await (
    known === undefined
      ? rows.insertInto(name).values({ company_id: companyId, stream_id: streamId, lane, lease_until: null, ...changed })
      : rows
          .updateTable(name)
          .set({ lane, ...changed })
          .where('company_id', '=', companyId)
          .where('stream_id', '=', streamId)
  ).execute();
}

/** A lease outlives the event: whoever works on the stream right now goes on, and nobody begins beside it. */
function standing(owed: { readonly due: Date } | 'waiting', { recordedAt }: Recorded<unknown>, lease: string | null) {
  const state: 'due' | 'waiting' = owed === 'waiting' ? 'waiting' : 'due';
  const due = (owed === 'waiting' ? recordedAt : owed.due).toISOString();
  return { state, due_at: due, takeable_at: later(due, lease) };
}
