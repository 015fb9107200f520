import { refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import type { InboundMessage } from './inbound-message.js';

/** The subsidiary that the message belongs to, where that is known. */
export function subsidiaryOf({ place }: InboundMessage): string | undefined {
  switch (place.is) {
    case 'with-candidate':
    case 'to-assign':
      return place.subsidiary?.subsidiaryId;
    case 'dismissed':
      return place.before.is === 'to-assign' ? place.before.subsidiary.subsidiaryId : undefined;
    default:
      return undefined;
  }
}

/** Whether a token limited to these subsidiaries may see the message; one without limit sees all, a limited one never what belongs to none of its own. */
export function isSeenWithin(subsidiaries: readonly string[] | undefined, message: InboundMessage): boolean {
  if (subsidiaries === undefined) return true;
  const subsidiaryId = subsidiaryOf(message);
  return subsidiaryId !== undefined && subsidiaries.includes(subsidiaryId);
}

/** The rule, for a token that may be limited to subsidiaries: what it may not see it does not find. */
export function within<Value, Reason extends string>(
  subsidiaries: readonly string[] | undefined,
  rule: (message: InboundMessage) => Outcome<Value, Reason>,
): (message: InboundMessage) => Outcome<Value, Reason | 'not-found'> {
  return (message) => (isSeenWithin(subsidiaries, message) ? rule(message) : refuse('not-found'));
}
