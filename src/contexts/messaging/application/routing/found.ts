import type { AddressOwner } from '../../domain/inbound-message/routing/evidence.js';

/** Answers by clue; what is unknown is not in it. */
export type Found<Value> = ReadonlyMap<string, Value>;

/** Asks for each clue once. */
export async function found<Value>(clues: readonly string[], ask: (clue: string) => Promise<Value | undefined>): Promise<Found<Value>> {
  const answers = new Map<string, Value>();
  for (const clue of new Set(clues)) {
    const answer = await ask(clue);
    if (answer !== undefined) answers.set(clue, answer);
  }
  return answers;
}

export function pairs(owners: readonly AddressOwner[]): Found<AddressOwner> {
  return new Map(owners.map((owner) => [owner.candidateId, owner]));
}
