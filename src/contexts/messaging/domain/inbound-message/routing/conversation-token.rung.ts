import type { Known, TokenSeen } from './evidence.js';
import { nothing, type Rung } from './rung.js';
import { type Thread, threadFinding } from './thread-finding.js';

/** S1: our token in any recipient field or in References; tokens are known inside the company only (S2, S4). */
export const conversationToken: Rung = {
  name: 'conversation-token',

  climb(mail, known) {
    if (mail.tokens.length === 0) return nothing('no-token');
    const threads = mail.tokens.flatMap((seen) => threadOf(seen, known));
    return threadFinding(threads, mail, known) ?? nothing('token-unknown');
  },
};

function threadOf({ token }: TokenSeen, known: Known): readonly Thread[] {
  const conversation = known.conversation(token);
  if (conversation !== undefined) {
    // The constant token proves an answer to one of our messages, not to which: an application follows only where all named the same.
    const [only, another] = conversation.applicationIds;
    return [{ candidateId: conversation.candidateId, ...(only !== undefined && another === undefined && { applicationId: only }) }];
  }
  const sent = known.envelope(token);
  return sent === undefined ? [] : [{ candidateId: sent.candidateId, answered: sent }];
}
