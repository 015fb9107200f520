import { accept, refuse } from '#kernel/decision.js';
import type { AutomaticAnswerGiven, AutomaticAnswers } from './automatic-answers.js';

const day = 86_400_000;

/** RFC 3834, 2: at most one automatic answer to an address in 7 days, so that two machines never talk to each other (S15). */
export function answerAutomatically(answers: AutomaticAnswers, outboundMessageId: string, now: Date) {
  const { last } = answers;
  if (last.outboundMessageId === outboundMessageId) return accept();
  const again = new Date(new Date(last.at).getTime() + 7 * day);
  if (now < again) return refuse('answered-automatically-before', { facts: { again: again.toISOString() } });
  return accept(automaticAnswer(outboundMessageId, now));
}

export function automaticAnswer(outboundMessageId: string, now: Date): AutomaticAnswerGiven {
  return { type: 'AutomaticAnswerGiven', data: { outboundMessageId, at: now.toISOString() } };
}
