import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decision } from '#kernel/decision.js';
import { attempt, failure, queued } from '#test/messaging/outbound-story.js';
import { cancelMessage } from './cancel-message.js';
import { confirmDelivered } from './confirm-delivered.js';
import { doubtAfterRestore } from './doubt-after-restore.js';
import { deferMessage } from './defer-message.js';
import type { OutboundMessageChanged } from './events.js';
import { holdMessage } from './hold-message.js';
import { outboundMessage, type OutboundMessage } from './outbound-message.js';
import { recordAcceptance } from './record-acceptance.js';
import { recordReport } from './record-report.js';
import { recordUncertainty } from './record-uncertainty.js';
import { rejectMessage } from './reject-message.js';
import { sendAgain } from './send-again.js';
import { startAttempt } from './start-attempt.js';

type Rule = (message: OutboundMessage) => Decision<OutboundMessageChanged, string>;

/** Everything that the service does by itself, and everything that a person may say. */
const rules: Readonly<Record<string, Rule>> = {
  start: (message) => startAttempt(message, attempt, false),
  accept: (message) => recordAcceptance(message),
  defer: (message) => deferMessage(message, failure, new Date(0)),
  reject: (message) => rejectMessage(message, failure),
  uncertain: (message) => recordUncertainty(message, 'connection-lost-after-content'),
  hold: (message) => holdMessage(message, { reason: 'only-deliver-to' }),
  bounce: (message) => recordReport(message, { as: 'bounce', reportId: 'report-1' }),
  delay: (message) => recordReport(message, { as: 'delay', reportId: 'report-2' }),
  sendAgain,
  confirmDelivered,
  cancel: cancelMessage,
  restore: doubtAfterRestore,
};

describe('S27: sent never twice without a person', () => {
  it('after an uncertain, accepted or rejected attempt no other begins unless somebody said send-again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(rules)), { maxLength: 60 }), (names) => {
        let message = outboundMessage.create(queued);
        let mayStart = true;
        for (const name of names) {
          const decision = rules[name]?.(message);
          if (decision?.ok !== true) continue;
          for (const event of decision.value) {
            if (event.type === 'DeliveryAttemptStarted') expect(mayStart).toBe(true);
            if (['DeliveryAttemptStarted', 'MessageDeliveryUncertain', 'MessageAccepted', 'MessageRejected'].includes(event.type))
              mayStart = false;
            if (['MessageDeferred', 'MessageReleased'].includes(event.type)) mayStart = true;
            message = outboundMessage.evolve(message, event);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
