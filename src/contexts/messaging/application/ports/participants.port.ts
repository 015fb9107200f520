import type { Position } from '#kernel/position.js';

/** Who wrote mail that a person assigned: their addresses take part in the candidate's conversation, though they are not the candidate's. */
export interface Participants {
  /** Waits until the look-up has reached `at`; throws `ReadModelBehind` where it does not get there. */
  wroteTo(companyId: string, candidateId: string, address: string, at: Position): Promise<boolean>;
}
export const Participants = Symbol('Participants');
