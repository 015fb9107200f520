import type { TestOutcome } from '../../../mailbox/public/index.js';
import { whatFollows } from '../../domain/outbound-message/what-follows.js';
import { codeOf } from '../delivery/delivery-records.js';
import type { Sent } from './test-mails.js';

/** Nothing can come back of it. */
export function certainlyNotSent({ transmission }: Sent): boolean {
  return !transmission.ok && whatFollows(transmission.failure, 'own').then !== 'uncertain';
}

/** How a test mail left, in the words that a test is kept in. */
export function outcomeOf({ transport, transmission }: Sent): TestOutcome {
  if (transmission.ok) {
    const words = transmission.end === 'accepted' ? transmission.words : undefined;
    return { transport, succeeded: true, outcome: transmission.end, ...(words === undefined ? {} : { words }) };
  }
  const { failure, words } = transmission;
  const code = codeOf(failure.reply);
  return {
    transport,
    succeeded: false,
    outcome: whatFollows(failure, 'own').reason,
    stage: failure.stage,
    ...(code === undefined ? {} : { code }),
    ...(failure.detail === undefined ? {} : { fault: failure.detail }),
    ...(words === undefined ? {} : { words }),
  };
}
