import { describe, expect, it } from '@jest/globals';
import { attempted, deferredAt, queued } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import type { MessageDeferred, MessageHeld, MessageQueued, MessageReleased, OutboundMessageChanged } from './events.js';
import { holdsBack, type WayOut } from './held-for-connection.js';
import { outboundMessage, type OutboundMessage } from './outbound-message.js';
import { releaseWaiting } from './release-waiting.js';

const { given } = storyOf(outboundMessage);
const heldAt = '2026-03-02T08:00:00.000Z';
const queuedOverSmtp: MessageQueued = { ...queued, data: { ...queued.data, channel: 'smtp' } };
const held = (reason: string, mailboxId = 'mailbox-1'): MessageHeld => ({ type: 'MessageHeld', data: { reason, mailboxId, heldAt } });
const deferredOverSmtp: MessageDeferred = {
  ...deferredAt(heldAt, heldAt),
  data: { ...deferredAt(heldAt, heldAt).data, channel: 'smtp', mailboxId: 'mailbox-1' },
};
const released = (reason: string): MessageReleased => ({ type: 'MessageReleased', data: { reason } });
const after = (hours: number, withinHours = 24) => ({ now: new Date(Date.parse(heldAt) + hours * 3_600_000), withinHours });

type Word = 'keep' | 'send-by-service';
const over = (
  channel: 'service' | 'smtp',
  mailboxId: string,
  words: Readonly<Record<string, Word>> = {},
  ownMailboxId = 'mailbox-1',
): WayOut => ({
  channel,
  mailboxId,
  ownMailboxId,
  needsAttention: false,
  waitingMail: new Map(Object.entries(words)),
});
const active = over('smtp', 'mailbox-1');
const broken: WayOut = { ...active, needsAttention: true };
const left = (word: Word) => over('service', 'mailbox-1', { 'mailbox-1': word });
/** A subsidiary of the company `mailbox-0` that has left its own connection and inherits. */
const inheriting = (word: Word, channel: 'service' | 'smtp' = 'smtp') => over(channel, 'mailbox-0', { 'mailbox-1': word });

const stories: readonly (readonly [string, readonly [MessageQueued, ...OutboundMessageChanged[]], WayOut, string | undefined])[] = [
  ['the connection needs attention', [queuedOverSmtp], broken, 'connection-needs-attention'],
  ['it works', [queuedOverSmtp], active, undefined],
  ['it was tried over a connection that was left with keep', [queued, attempted(1), deferredOverSmtp], left('keep'), 'channel-switched'],
  ['it was queued for one and not tried yet', [queuedOverSmtp], left('keep'), 'channel-switched'],
  ['waiting mail was to leave over the service', [queuedOverSmtp, attempted(1), deferredOverSmtp], left('send-by-service'), undefined],
  ['it was written for the service', [queued], left('keep'), undefined],
  ['it was tried over the service', [queued, attempted(1), deferredAt(heldAt, heldAt)], left('keep'), undefined],
  ['a person has let it go', [queuedOverSmtp, held('channel-switched'), released('send-again')], left('keep'), undefined],
  ['it was let go over the service', [queuedOverSmtp, held('channel-switched'), released('send-by-service')], left('keep'), undefined],
  [
    'its connection was repaired and is left then',
    [queuedOverSmtp, held('connection-needs-attention'), released('connection-restored')],
    left('keep'),
    'channel-switched',
  ],
  ['R90: its subsidiary kept it and inherits a connection', [queuedOverSmtp], inheriting('keep'), 'channel-switched'],
  ['R90: its subsidiary let it go and inherits', [queuedOverSmtp], inheriting('send-by-service'), undefined],
  [
    'R90: the company left its connection with keep, and the subsidiary lets its own mail go over the service',
    [queuedOverSmtp],
    over('service', 'mailbox-2', { 'mailbox-1': 'keep', 'mailbox-2': 'send-by-service' }, 'mailbox-2'),
    undefined,
  ],
  [
    'R90: the subsidiary went over to the service with keep, whatever the company says of its own',
    [queuedOverSmtp],
    over('service', 'mailbox-2', { 'mailbox-1': 'send-by-service', 'mailbox-2': 'keep' }, 'mailbox-2'),
    'channel-switched',
  ],
  [
    'R90: the company left its connection with send-by-service, and a subsidiary that inherits had kept other mail before',
    [queuedOverSmtp],
    over('service', 'mailbox-1', { 'mailbox-1': 'send-by-service', 'mailbox-2': 'keep' }, 'mailbox-2'),
    undefined,
  ],
  ['R91: its subsidiary has another connection of its own now', [queuedOverSmtp], over('smtp', 'mailbox-2', {}, 'mailbox-2'), undefined],
];

describe('mail that waits for its connection', () => {
  it.each(stories)('where %s', (_, [first, ...later], way, why) => {
    const message = later.reduce<OutboundMessage>((state, event) => outboundMessage.evolve(state, event), outboundMessage.create(first));
    expect(holdsBack(message, way)).toBe(why);
  });

  it('leaves by itself after the repair while it is young, and waits for a person once it is old', () => {
    given(queued, held('connection-needs-attention'))
      .when((message) => releaseWaiting(message, active, after(23)))
      .then(released('connection-restored'));
    given(queued, held('connection-needs-attention'))
      .when((message) => releaseWaiting(message, active, after(24)))
      .then();
    given(queued, { type: 'MessageHeld', data: { reason: 'connection-needs-attention', mailboxId: 'mailbox-1' } })
      .when((message) => releaseWaiting(message, active, after(1)))
      .then();
  });

  it('leaves over the service, or over what is inherited, at whatever age, once somebody says so', () => {
    for (const [reason, way] of [
      ['channel-switched', left('send-by-service')],
      ['connection-needs-attention', left('send-by-service')],
      ['connection-needs-attention', inheriting('send-by-service', 'service')],
    ] as const)
      given(queuedOverSmtp, held(reason))
        .when((message) => releaseWaiting(message, way, after(1_000)))
        .then(released('send-by-service'));
  });

  it('need not wait for its next try', () => {
    given(queuedOverSmtp, attempted(1), deferredOverSmtp)
      .when((message) => releaseWaiting(message, left('send-by-service'), after(1)))
      .then(released('send-by-service'));
    given(queuedOverSmtp, attempted(1), deferredOverSmtp)
      .when((message) => releaseWaiting(message, active, after(1)))
      .then(released('connection-restored'));
    given(queuedOverSmtp)
      .when((message) => releaseWaiting(message, left('send-by-service'), after(1)))
      .then(released('send-by-service'));
    given(queued, attempted(1), deferredAt(heldAt, heldAt))
      .when((message) => releaseWaiting(message, active, after(1)))
      .then();
    given(queuedOverSmtp)
      .when((message) => releaseWaiting(message, active, after(1)))
      .then();
  });

  it('is not released while something holds it back, or where it waits for something else', () => {
    for (const [event, way] of [
      [held('connection-needs-attention'), broken],
      [held('channel-switched'), left('keep')],
      [held('channel-switched'), inheriting('keep')],
      [held('only-deliver-to'), active],
      [held('too-large-for-channel'), active],
    ] as const)
      given(queuedOverSmtp, event)
        .when((message) => releaseWaiting(message, way, after(1)))
        .then();
  });
});
