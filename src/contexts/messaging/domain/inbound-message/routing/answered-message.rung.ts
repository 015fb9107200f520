import { nothing, type Rung } from './rung.js';
import { threadFinding } from './thread-finding.js';

/** Our Message-ID in In-Reply-To or References, newest first; known inside the company only (S2). */
export const answeredMessage: Rung = {
  name: 'answered-message',

  climb(mail, known) {
    if (mail.answers.length === 0) return nothing('answers-nothing');
    const threads = mail.answers.flatMap((id) => {
      const answered = known.message(id);
      return answered === undefined ? [] : [{ candidateId: answered.candidateId, answered }];
    });
    return threadFinding(threads, mail, known) ?? nothing('answers-no-message-of-ours');
  },
};
