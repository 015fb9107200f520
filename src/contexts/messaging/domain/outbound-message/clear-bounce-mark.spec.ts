import { describe, expect, it } from '@jest/globals';
import { attempted, queued, rejected } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import { marksAddress } from './bounce-hardness.js';
import { clearBounceMark } from './clear-bounce-mark.js';
import { outboundMessage } from './outbound-message.js';

const { given } = storyOf(outboundMessage);

describe('S17: an address that bounced hard', () => {
  it('is marked by a refusal at RCPT or a hard bounce, until a person clears it', () => {
    given(queued, attempted(), rejected).when(clearBounceMark).then({ type: 'BounceMarkCleared', data: {} });
    given(queued, attempted(), rejected, { type: 'BounceMarkCleared', data: {} }).when(clearBounceMark).thenRefused('address-not-marked');
    given(queued).when(clearBounceMark).thenRefused('address-not-marked');
  });

  it.each([
    ['recipient', '550', true],
    ['recipient', '550 5.1.1', true],
    ['recipient', '552 5.2.2', false],
    ['recipient', '550 5.7.1', false],
    ['recipient', '554', false],
    ['after-content', '550 5.1.1', false],
  ] as const)('a refusal at %s with %s marks it: %s', (stage, code, marks) => {
    expect(marksAddress({ type: 'MessageRejected', data: { stage, code, reason: 'refused' } })).toBe(marks);
  });
});
