import { type Kysely, sql } from 'kysely';
import { later, type OwedRow, type OwedTables } from './owed-row.js';

export interface Lane {
  readonly lane: string;
  /** When its first row may be taken; may be past. */
  readonly takeableAt: string;
}

type Key = Pick<OwedRow, 'company_id' | 'stream_id'>;

/** The rows of one to-do as those who do the work see them. Every change is one statement or one transaction, so that a death in between leaves a whole row. */
export class OwedQueue {
  constructor(
    private readonly rows: Kysely<OwedTables>,
    private readonly table: string,
  ) {}

  /** Lanes in which something is due now or later, by name. Leaps from lane to lane over the index, however many rows a lane has. */
  async lanes(): Promise<readonly Lane[]> {
    const table = sql.table(this.table);
    const { rows } = await sql<Lane>`
      with recursive lanes (lane) as (
        select min(lane) from ${table} where state = 'due'
        union all
        select (select min(owed.lane) from ${table} as owed where owed.state = 'due' and owed.lane > lanes.lane) from lanes where lanes.lane is not null
      )
      select lane, (select min(owed.takeable_at) from ${table} as owed where owed.state = 'due' and owed.lane = lanes.lane) as "takeableAt"
      from lanes where lane is not null`.execute(this.rows);
    return rows;
  }

  /** Takes the row of the lane that waits longest, and counts the attempt before anybody begins. `undefined` where none is due. */
  async take(lane: string, now: Date, leaseMs: number): Promise<OwedRow | undefined> {
    const row = await this.rows
      .selectFrom(this.table)
      .selectAll()
      .where('state', '=', 'due')
      .where('lane', '=', lane)
      .where('takeable_at', '<=', now.toISOString())
      .orderBy('takeable_at')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const lease = new Date(now.getTime() + leaseMs).toISOString();
    const taken = { attempt: row.attempt + 1, lease_until: lease, takeable_at: lease };
    const { numUpdatedRows } = await this.#update(row, taken)
      .where('revision', '=', row.revision)
      .where('takeable_at', '=', row.takeable_at)
      .executeTakeFirst();
    // An event or another worker came between the two statements; what is due is looked up again.
    return numUpdatedRows === 1n ? { ...row, ...taken } : undefined;
  }

  async renew(row: OwedRow, until: Date): Promise<void> {
    const lease = until.toISOString();
    await this.#update(row, { lease_until: lease, takeable_at: lease }).where('state', '=', 'due').execute();
  }

  /** The work is over; asked again at `due`, unless an event came meanwhile and said what is owed now. */
  async settle(
    row: OwedRow,
    result: { readonly due: Date; readonly attempt: number; readonly error?: string; readonly notBefore?: Date },
  ): Promise<void> {
    await this.rows.transaction().execute(async (transaction) => {
      const inside = new OwedQueue(transaction, this.table);
      const now = await inside.#find(row);
      if (now === undefined) return; // Done: an event closed it while the work went on.
      const changed = now.revision !== row.revision;
      const due = changed ? now.due_at : result.due.toISOString();
      const takeable = later(due, result.notBefore?.toISOString() ?? null);
      const attempt = changed ? now.attempt : result.attempt;
      const settled = { due_at: due, takeable_at: takeable, lease_until: null, attempt, last_error: result.error ?? null };
      await inside.#update(row, settled).execute();
    });
  }

  /** Nothing is owed any more; where an event came meanwhile and said otherwise, the row stays and is free. */
  async close(row: OwedRow): Promise<void> {
    const { company_id: company, stream_id: stream, revision } = row;
    const same = this.rows
      .deleteFrom(this.table)
      .where('company_id', '=', company)
      .where('stream_id', '=', stream)
      .where('revision', '=', revision);
    const { numDeletedRows } = await same.executeTakeFirst();
    if (numDeletedRows === 0n) await this.settle(row, { due: new Date(row.due_at), attempt: 0 });
  }

  /** What a former process of a sole worker had taken is free again, its attempts counted. */
  async freeAll(): Promise<void> {
    await this.rows
      .updateTable(this.table)
      .set((row) => ({ lease_until: null, takeable_at: row.ref('due_at') }))
      .where('lease_until', 'is not', null)
      .execute();
  }

  async count(now: Date): Promise<{ readonly due: number; readonly waiting: number; readonly oldestDueSeconds: number }> {
    const found = await this.rows
      .selectFrom(this.table)
      .select((row) => [row.ref('state').as('state'), row.fn.countAll<number | string>().as('rows'), row.fn.min('due_at').as('oldest')])
      .groupBy('state')
      .execute();
    const due = found.find(({ state }) => state === 'due');
    const waiting = found.find(({ state }) => state === 'waiting');
    const age = due === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(due.oldest)) / 1000);
    return { due: Number(due?.rows ?? 0), waiting: Number(waiting?.rows ?? 0), oldestDueSeconds: age };
  }

  async #find({ company_id: company, stream_id: stream }: Key): Promise<OwedRow | undefined> {
    return this.rows
      .selectFrom(this.table)
      .selectAll()
      .where('company_id', '=', company)
      .where('stream_id', '=', stream)
      .executeTakeFirst();
  }

  #update({ company_id: company, stream_id: stream }: Key, change: Partial<OwedRow>) {
    return this.rows.updateTable(this.table).set(change).where('company_id', '=', company).where('stream_id', '=', stream);
  }
}
