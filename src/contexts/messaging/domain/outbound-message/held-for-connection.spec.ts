import { describe, expect, it } from '@jest/globals';
import { attempted, deferredAt, queued } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import type { MessageDeferred, MessageHeld } from './events.js';
import { holdsBack } from './held-for-connection.js';
import { outboundMessage } from './outbound-message.js';
import { releaseHeld } from './release-held.js';

const { given } = storyOf(outboundMessage);
const heldAt = '2026-03-02T08:00:00.000Z';
const held = (reason: string): MessageHeld => ({ type: 'MessageHeld', data: { reason, mailboxId: 'mailbox-1', heldAt } });
const deferredOverSmtp: MessageDeferred = {
  ...deferredAt(heldAt, heldAt),
  data: { ...deferredAt(heldAt, heldAt).data, channel: 'smtp' },
};
const restored = (hours: number) =>
  ({ by: 'connection-restored', now: new Date(Date.parse(heldAt) + hours * 3_600_000), withinHours: 24 }) as const;
const released = (reason: string) => ({ type: 'MessageReleased', data: { reason } }) as const;

describe('mail that waits for its connection', () => {
  it.each([
    ['the connection needs attention', [queued], { channel: 'smtp', needsAttention: true }, 'connection-needs-attention'],
    ['it works', [queued], { channel: 'smtp', needsAttention: false }, undefined],
    [
      'it was tried over a connection that was switched off with keep',
      [queued, attempted(1), deferredOverSmtp],
      { channel: 'service', needsAttention: false, waitingMail: 'keep' },
      'channel-switched',
    ],
    [
      'waiting mail was to leave over the service',
      [queued, attempted(1), deferredOverSmtp],
      { channel: 'service', needsAttention: false, waitingMail: 'send-by-service' },
      undefined,
    ],
    [
      'it was never tried over the connection that was switched off',
      [queued],
      { channel: 'service', needsAttention: false, waitingMail: 'keep' },
      undefined,
    ],
    [
      'it was tried over the service',
      [queued, attempted(1), deferredAt(heldAt, heldAt)],
      { channel: 'service', needsAttention: false, waitingMail: 'keep' },
      undefined,
    ],
  ] as const)('where %s', (_, [first, ...later], way, why) => {
    const message = later.reduce((state, event) => outboundMessage.evolve(state, event), outboundMessage.create(first));
    expect(holdsBack(message, way)).toBe(why);
  });

  it('leaves by itself after the repair while it is young, and waits for a person once it is old', () => {
    given(queued, held('connection-needs-attention'))
      .when((message) => releaseHeld(message, 'mailbox-1', restored(23)))
      .then(released('connection-restored'));
    given(queued, held('connection-needs-attention'))
      .when((message) => releaseHeld(message, 'mailbox-1', restored(24)))
      .then();
    given(queued, held('channel-switched'))
      .when((message) => releaseHeld(message, 'mailbox-1', { by: 'send-by-service' }))
      .then(released('send-by-service'));
  });

  it('is not released for another mailbox’s repair, for another reason, or where its age is not known', () => {
    for (const [event, mailboxId] of [
      [held('connection-needs-attention'), 'mailbox-2'],
      [held('only-deliver-to'), 'mailbox-1'],
      [held('too-large-for-channel'), 'mailbox-1'],
      [{ type: 'MessageHeld', data: { reason: 'connection-needs-attention', mailboxId: 'mailbox-1' } }, 'mailbox-1'],
    ] as const)
      given(queued, event)
        .when((message) => releaseHeld(message, mailboxId, restored(1)))
        .then();
  });
});
