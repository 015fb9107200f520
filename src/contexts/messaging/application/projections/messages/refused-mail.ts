import type { Projection } from '#platform/projections/projection.js';
import type { MessageRefusedTooLarge } from '../../../domain/refused-mail/events.js';
import { isErased, shown } from './changes.js';
import { freshRow, type MessagesTables } from './messages.tables.js';

/** Mail that was too large stands on a shelf of its own: people see who could not get through. */
export const refusedMail: Projection<MessagesTables, MessageRefusedTooLarge>['on'] = {
  MessageRefusedTooLarge: ({ streamId, companyId, recordedAt, event: { data } }, rows) =>
    rows
      .insertInto('messages')
      .values({
        ...freshRow,
        message_id: streamId,
        company_id: companyId,
        direction: 'in',
        place: 'refused',
        waiting_as: 'refused-too-large',
        reason: 'too-large',
        size: data.size,
        sender_address: shown(data.sender, (address) => address),
        at: recordedAt.toISOString(),
        erased: isErased(data.sender),
      })
      .onConflict((row) => row.column('message_id').doNothing())
      .execute(),
};
