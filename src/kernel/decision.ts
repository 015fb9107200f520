import type { Outcome, Refusal } from './outcome.js';

/** What a rule answers to a command: the facts that follow (none, if nothing changes), or why it is refused. */
export type Decision<Event, Reason extends string = never> = Outcome<readonly Event[], Reason>;

export function accept<Event = never>(...events: readonly Event[]): Decision<Event> {
  return { ok: true, value: events };
}

/** What a rule answers that is asked before the world is touched: go on, with this. */
export function allow<Value>(value: Value): Outcome<Value, never> {
  return { ok: true, value };
}

export function refuse<const Reason extends string>(reason: Reason, about: Omit<Refusal, 'reason'> = {}): Outcome<never, Reason> {
  return { ok: false, refusal: { reason, ...about } };
}
