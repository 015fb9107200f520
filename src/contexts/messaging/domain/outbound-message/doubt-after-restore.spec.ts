import { describe, it } from '@jest/globals';
import { attempt, attempted, deferredAt, held, queued, rejected, uncertain } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import { cancelMessage } from './cancel-message.js';
import { doubtAfterRestore } from './doubt-after-restore.js';
import type { MessageDeliveryUncertain } from './events.js';
import { outboundMessage } from './outbound-message.js';
import { sendAgain } from './send-again.js';
import { startAttempt } from './start-attempt.js';

const { given } = storyOf(outboundMessage);
const at = '2026-03-02T08:00:00.000Z';
const doubted: MessageDeliveryUncertain = { type: 'MessageDeliveryUncertain', data: { reason: 'restored-from-backup' } };

describe('S27: after a restore of the log', () => {
  it('whatever has no end may have left, held mail too', () => {
    given(queued).when(doubtAfterRestore).then(doubted);
    given(queued, attempted(1)).when(doubtAfterRestore).then(doubted);
    given(queued, attempted(1), deferredAt(at, at)).when(doubtAfterRestore).then(doubted);
    given(queued, held).when(doubtAfterRestore).then(doubted);
  });

  it('what ended stays ended, and what was uncertain keeps its own reason', () => {
    given(queued, attempted(1), { type: 'MessageAccepted', data: { by: 'server' } })
      .when(doubtAfterRestore)
      .then();
    given(queued, attempted(1), { type: 'WrittenToLocalOutbox', data: { file: 'a.eml' } })
      .when(doubtAfterRestore)
      .then();
    given(queued, attempted(1), rejected).when(doubtAfterRestore).then();
    given(queued, { type: 'MessageCancelled', data: {} }).when(doubtAfterRestore).then();
    given(queued, attempted(1), uncertain).when(doubtAfterRestore).then();
  });

  it('nothing of it leaves again, or is taken back, but by a person’s word', () => {
    given(queued, doubted)
      .when((message) => startAttempt(message, attempt, true))
      .thenRefused('waits-for-a-person', { facts: { state: 'uncertain' } });
    given(queued, doubted).when(cancelMessage).thenRefused('message-may-have-left');
    given(queued, doubted)
      .when(sendAgain)
      .then({ type: 'MessageReleased', data: { reason: 'send-again' } });
  });
});
