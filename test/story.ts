import { expect } from '@jest/globals';
import type { Aggregate } from '#kernel/aggregate.js';
import type { Decision } from '#kernel/decision.js';

/** given a history, when a rule is asked, then these events follow, or it is refused. */
export function storyOf<State, First, Later>(aggregate: Aggregate<State, First, Later>) {
  return {
    given: (first: First, ...later: readonly Later[]) => ({
      when<Reason extends string>(rule: (state: State) => Decision<Later, Reason>) {
        const decision = rule(later.reduce((state, event) => aggregate.evolve(state, event), aggregate.create(first)));
        return {
          then: (...events: readonly Later[]) => {
            expect(decision).toEqual({ ok: true, value: events });
          },
          thenRefused: (reason: NoInfer<Reason>, about: object = {}) => {
            expect(decision).toEqual({ ok: false, refusal: { reason, ...about } });
          },
        };
      },
    }),
  };
}
