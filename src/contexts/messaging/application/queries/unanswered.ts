import type { ExpressionBuilder } from 'kysely';
import type { MessagesTables } from '../projections/messages/messages.tables.js';

/** Sent messages in these states reach nobody any more: they answer nothing. */
const neverArrives = ['cancelled', 'rejected', 'given-up'] as const;

/** No person's message to the candidate left after this one came to the candidate, or as its answer. A bounced one is none. */
export function isUnanswered(message: ExpressionBuilder<MessagesTables, 'messages'>) {
  const answers = message
    .selectFrom('messages as answer')
    .select('answer.message_id')
    .whereRef('answer.company_id', '=', 'messages.company_id')
    .whereRef('answer.candidate_id', '=', 'messages.candidate_id')
    .where('answer.direction', '=', 'out')
    .where('answer.automatic', '=', 0)
    .where('answer.bounced', 'is', null)
    .where('answer.state', 'not in', neverArrives)
    .where((answer) =>
      answer.or([
        answer('answer.nth', '>', answer.ref('messages.placed_nth')),
        answer('answer.on_message_id', '=', answer.ref('messages.message_id')),
      ]),
    );
  return message.not(message.exists(answers));
}
