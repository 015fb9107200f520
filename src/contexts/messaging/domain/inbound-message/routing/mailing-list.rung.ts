import type { Known, RoutableMail } from './evidence.js';
import { nothing, type Rung } from './rung.js';
import { soleSender } from './sole-sender.js';

/** List fields alone set nothing aside that leads to somebody: a group as redirect marks every mail as a list. */
export const mailingList: Rung = {
  name: 'mailing-list',

  climb(mail, known) {
    if (mail.kind !== 'list') return nothing('no-list');
    return leadsToSomebody(mail, known)
      ? nothing('list-fields-but-leads-to-somebody')
      : { found: 'set-aside', as: 'list', reason: 'list-fields' };
  },
};

function leadsToSomebody(mail: RoutableMail, known: Known): boolean {
  const sender = soleSender(mail);
  return (
    mail.overOwnAddress ||
    mail.tokens.some(({ token }) => known.conversation(token) !== undefined || known.envelope(token) !== undefined) ||
    mail.answers.some((id) => known.message(id) !== undefined) ||
    (sender !== undefined && known.ownersOf(sender).length > 0)
  );
}
