import { describe, it } from '@jest/globals';
import { attempt, attempted, deferredAt, failure, held, queued, rejected, released, uncertain } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import { cancelMessage } from './cancel-message.js';
import { confirmDelivered } from './confirm-delivered.js';
import { deferMessage } from './defer-message.js';
import { holdMessage } from './hold-message.js';
import { outboundMessage } from './outbound-message.js';
import { recordAcceptance } from './record-acceptance.js';
import { recordLocalOutbox } from './record-local-outbox.js';
import { recordUncertainty } from './record-uncertainty.js';
import { rejectMessage } from './reject-message.js';
import { sendAgain } from './send-again.js';
import { startAttempt } from './start-attempt.js';

const { given } = storyOf(outboundMessage);
const first = '2026-03-02T08:00:00.000Z';
const now = new Date(first);
const accepted = { type: 'MessageAccepted', data: { by: 'server' } } as const;

describe('the life of a sent message', () => {
  it('begins an attempt when its turn comes, and counts it', () => {
    given(queued)
      .when((message) => startAttempt(message, attempt, false))
      .then(attempted(1));
    given(queued, attempted(1), deferredAt(first, first))
      .when((message) => startAttempt(message, attempt, false))
      .then(attempted(2));
  });

  it('S27: an attempt that a crash left open is not made again, unless the transport makes two of the same into one', () => {
    given(queued, attempted(1))
      .when((message) => startAttempt(message, attempt, false))
      .thenRefused('attempt-still-open');
    given(queued, attempted(1))
      .when((message) => startAttempt(message, attempt, true))
      .then(attempted(2));
  });

  it('S27: what is uncertain or held waits for a person', () => {
    given(queued, attempted(1), uncertain)
      .when((message) => startAttempt(message, attempt, true))
      .thenRefused('waits-for-a-person', { facts: { state: 'uncertain' } });
    given(queued, held)
      .when((message) => startAttempt(message, attempt, true))
      .thenRefused('waits-for-a-person', { facts: { state: 'held' } });
  });

  it('S29: is accepted only by the server it was offered to', () => {
    given(queued, attempted(1))
      .when((message) => recordAcceptance(message))
      .then(accepted);
    given(queued)
      .when((message) => recordAcceptance(message))
      .thenRefused('no-open-attempt', { facts: { state: 'queued' } });
  });

  it('S29: a file in the local outbox is its own end, never called accepted', () => {
    given(queued, attempted(1))
      .when((message) => recordLocalOutbox(message, 'message-1.eml'))
      .then({ type: 'WrittenToLocalOutbox', data: { file: 'message-1.eml' } });
  });

  it('ends where the server refuses it for good', () => {
    const forGood = { stage: 'recipient', reason: 'recipient-refused', code: '550' } as const;
    given(queued, attempted(1))
      .when((message) => rejectMessage(message, forGood))
      .then(rejected);
    given(queued, attempted(1), rejected)
      .when((message) => rejectMessage(message, forGood))
      .thenRefused('not-under-way', { facts: { state: 'rejected' } });
  });

  it('S28: is never stuck in sending: an open attempt becomes uncertain, which a person ends either way', () => {
    given(queued, attempted(1))
      .when((message) => recordUncertainty(message, 'connection-lost-after-content'))
      .then(uncertain);
    given(queued, attempted(1), uncertain)
      .when(confirmDelivered)
      .then({ type: 'MessageAccepted', data: { by: 'person' } });
    given(queued, attempted(1), uncertain).when(sendAgain).then(released);
    given(queued, attempted(1), uncertain, released)
      .when((message) => startAttempt(message, attempt, false))
      .then(attempted(2));
  });

  it('can be confirmed only where it is uncertain', () => {
    given(queued)
      .when(confirmDelivered)
      .thenRefused('message-is-not-uncertain', { facts: { state: 'queued' } });
  });

  it('is held before anything leaves, and goes on by a person’s word', () => {
    given(queued)
      .when((message) => holdMessage(message, { reason: 'only-deliver-to' }))
      .then(held);
    given(queued, attempted(1), accepted)
      .when((message) => holdMessage(message, { reason: 'only-deliver-to' }))
      .thenRefused('not-waiting', { facts: { state: 'accepted' } });
    given(queued, held).when(sendAgain).then(released);
  });

  it('is not sent again while it is on its way, nor after its end', () => {
    given(queued)
      .when(sendAgain)
      .thenRefused('message-is-on-its-way', { facts: { state: 'queued' } });
    given(queued, attempted(1), rejected)
      .when(sendAgain)
      .thenRefused('message-failed-resend-it', { facts: { state: 'rejected' } });
    given(queued, attempted(1), accepted)
      .when(sendAgain)
      .thenRefused('message-ended', { facts: { state: 'accepted' } });
  });

  it('S28: can be cancelled while it waits, and not once it may have left', () => {
    given(queued).when(cancelMessage).then({ type: 'MessageCancelled', data: {} });
    given(queued, held).when(cancelMessage).then({ type: 'MessageCancelled', data: {} });
    given(queued, attempted(1)).when(cancelMessage).thenRefused('delivery-under-way');
    given(queued, attempted(1), uncertain).when(cancelMessage).thenRefused('message-may-have-left');
    given(queued, attempted(1), accepted)
      .when(cancelMessage)
      .thenRefused('message-ended', { facts: { state: 'accepted' } });
  });

  it('is deferred with the time of its next try, and given up 5 days after the first failure', () => {
    given(queued)
      .when((message) => deferMessage(message, failure, now))
      .then(deferredAt(first, '2026-03-02T08:01:00.000Z'));
    given(queued, deferredAt(first, first))
      .when((message) => deferMessage(message, failure, new Date('2026-03-07T08:00:00.000Z')))
      .then({ type: 'MessageGivenUp', data: { ...failure, afterHours: 120 } });
  });

  it('begins its 5 days anew when a person releases it', () => {
    given(queued, deferredAt(first, first), held, released)
      .when((message) => deferMessage(message, failure, new Date('2026-03-20T08:00:00.000Z')))
      .then(deferredAt('2026-03-20T08:00:00.000Z', '2026-03-20T08:01:00.000Z'));
  });
});
