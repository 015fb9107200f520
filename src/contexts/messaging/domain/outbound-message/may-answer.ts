import { allow, refuse } from '#kernel/decision.js';

/** The received message that is to be answered, as far as the answer depends on it. */
export interface Answered {
  /** The candidate it lies with. */
  readonly candidateId?: string;
  readonly applicationId?: string;
  /** Hard evidence that no person wrote it, or a null sender, which must never be answered (RFC 3834, 2). */
  readonly writtenByMachine: boolean;
}

/** Automatic mail is never an answer to automatic mail (S15); nothing is an answer to somebody else's mail. */
export function mayAnswer(answered: Answered | undefined, candidateId: string, automatic: boolean) {
  if (answered === undefined) return refuse('answered-message-unknown', { field: 'answers' });
  if (answered.candidateId !== candidateId) return refuse('answered-message-not-the-candidates', { field: 'answers' });
  if (automatic && answered.writtenByMachine) return refuse('never-answers-automatic-mail', { field: 'automatic' });
  return allow(answered);
}
