import { describe, it } from '@jest/globals';
import { attempted, queued, uncertain } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import { outboundMessage } from './outbound-message.js';
import { settleDoubted } from './settle-doubted.js';

const { given } = storyOf(outboundMessage);
const doubted = { type: 'MessageDeliveryUncertain', data: { reason: 'restored-from-backup' } } as const;

describe('a word about all that a restore made uncertain', () => {
  it('sends it again or calls it delivered', () => {
    given(queued, doubted)
      .when((message) => settleDoubted(message, 'send-again'))
      .then({ type: 'MessageReleased', data: { reason: 'send-again' } });
    given(queued, doubted)
      .when((message) => settleDoubted(message, 'confirm-delivered'))
      .then({ type: 'MessageAccepted', data: { by: 'person' } });
  });

  it('S27: is no word about what is uncertain for a reason of its own, or was settled meanwhile', () => {
    given(queued, attempted(1), uncertain)
      .when((message) => settleDoubted(message, 'send-again'))
      .then();
    given(queued, doubted, { type: 'MessageAccepted', data: { by: 'person' } })
      .when((message) => settleDoubted(message, 'send-again'))
      .then();
  });
});
