import type { Generated, Transaction } from 'kysely';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Recorded } from '#platform/projections/projection.js';
import type { NotPublic, PublicChange } from '../../domain/changes/public-change.js';

export interface ChangesTables {
  changes: {
    /** In the order of the log. */
    nth: Generated<number>;
    company_id: string;
    /** What a cursor names: it stays when the rows are made anew. */
    position: string;
    type: string;
    version: number;
    /** UTC, ISO 8601. */
    at: string;
    /** JSON of ids and codes. */
    facts: string;
  };
}

type Rows = Transaction<ChangesTables>;

/** One answer for each event of a context: a forgotten one does not compile. */
export type Changes<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (recorded: Recorded<Extract<Event, { type: Type }>>, rows: Rows) => Promise<unknown>;
};

/** Tells of an event by its data and the id of its stream. */
export function tells<Data extends object>(change: (data: Data, id: string) => PublicChange | NotPublic) {
  return async (recorded: Recorded<DomainEvent<string, Data>>, rows: Rows): Promise<void> => {
    const told = change(recorded.event.data, recorded.streamId);
    if ('ignored' in told) return;
    const { companyId, position, recordedAt } = recorded;
    await rows
      .insertInto('changes')
      .values({
        company_id: companyId,
        position,
        type: told.type,
        version: told.version,
        at: recordedAt.toISOString(),
        facts: JSON.stringify(told.facts),
      })
      .execute();
  };
}
