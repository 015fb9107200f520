import type { Updateable } from 'kysely';
import type { Personal } from '#kernel/personal.js';
import type { SubsidiaryFound } from '../../../domain/inbound-message/events.js';
import type { MessageRow, Rows } from './messages.tables.js';

export interface Of {
  readonly streamId: string;
}

export function change({ streamId }: Of, rows: Rows, row: Updateable<MessageRow>) {
  return rows.updateTable('messages').set(row).where('message_id', '=', streamId).execute();
}

/** The newest message there is: what is queued after it may answer the one that is placed now. */
export async function newestNth(rows: Rows): Promise<number> {
  const newest = await rows
    .selectFrom('messages')
    .select(({ fn }) => fn.max('nth').as('nth'))
    .executeTakeFirst();
  return newest?.nth ?? 0;
}

export function subsidiary(found: SubsidiaryFound | undefined): Pick<Updateable<MessageRow>, 'subsidiary_id' | 'subsidiary_how'> {
  return found === undefined ? {} : { subsidiary_id: found.subsidiaryId ?? null, subsidiary_how: found.how };
}

/** A personal value for a column: null once it is erased. */
export function shown<T>(personal: Personal<T>, as: (value: T) => string | null | undefined): string | null {
  return personal.read({ known: (value) => as(value) ?? null, erased: () => null });
}

export const isErased = (personal: Personal<unknown>) => (personal.read({ known: () => false, erased: () => true }) ? 1 : 0);
