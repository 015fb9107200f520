import { refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import type { OutboundMessage } from './outbound-message.js';

/** Whether a token limited to these subsidiaries may see what belongs to `subsidiaryId`; a limited one never sees what belongs to none of its own. */
export function isSeenBy(subsidiaries: readonly string[] | undefined, subsidiaryId: string | undefined): boolean {
  if (subsidiaries === undefined) return true;
  return subsidiaryId !== undefined && subsidiaries.includes(subsidiaryId);
}

/** The rule, for a token that may be limited to subsidiaries: what it may not see it does not find. */
export function seenWithin<Value, Reason extends string>(
  subsidiaries: readonly string[] | undefined,
  rule: (message: OutboundMessage) => Outcome<Value, Reason>,
): (message: OutboundMessage) => Outcome<Value, Reason | 'not-found'> {
  return (message) => (isSeenBy(subsidiaries, message.queued.subsidiaryId) ? rule(message) : refuse('not-found'));
}
