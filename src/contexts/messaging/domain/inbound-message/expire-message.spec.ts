import { describe, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { classified, queued, received, routed } from '#test/messaging/inbound-history.js';
import type { ExpiryAnnounced, ExpiryConfirmationRequested } from './events.js';
import { confirmExpiry, stepTowardsExpiry } from './expire-message.js';
import { inboundMessage } from './inbound-message.js';

const { given } = storyOf(inboundMessage);
const on = (date: string) => new Date(`2026-${date}T00:00:00.000Z`);
const announced = (daysLeft: number, date = '11-30'): ExpiryAnnounced => ({
  type: 'ExpiryAnnounced',
  data: { daysLeft, expiresAt: on(date).toISOString() },
});
const asked: ExpiryConfirmationRequested = { type: 'ExpiryConfirmationRequested', data: {} };
const opened = { type: 'MessageOpened' as const, data: { reader: 'rita' } };

describe('the end of unassigned mail', () => {
  it('is announced 30 days before', () => {
    given(received, classified(), queued)
      .when((message) => stepTowardsExpiry(message, on('10-31')))
      .then(announced(30));
  });

  it('is announced 7 days before, and not a moment earlier however often it is asked', () => {
    given(received, classified(), queued, announced(30))
      .when((message) => stepTowardsExpiry(message, on('11-22')))
      .then();
    given(received, classified(), queued, announced(30))
      .when((message) => stepTowardsExpiry(message, on('11-23')))
      .then(announced(7));
  });

  it('moves where the announcement came late', () => {
    given(received, classified(), queued, announced(30))
      .when((message) => stepTowardsExpiry(message, on('12-24')))
      .then(announced(7, '12-31'));
  });

  it('comes by itself for what somebody has opened', () => {
    given(received, classified(), queued, announced(30), announced(7), opened)
      .when((message) => stepTowardsExpiry(message, on('11-29')))
      .then();
    given(received, classified(), queued, announced(30), announced(7), opened)
      .when((message) => stepTowardsExpiry(message, on('11-30')))
      .then({ type: 'MessageExpired', data: { confirmedByAdministrator: false } });
  });

  it("waits for an administrator's word for what nobody has opened", () => {
    given(received, classified(), queued, announced(30), announced(7))
      .when((message) => stepTowardsExpiry(message, on('11-30')))
      .then(asked);
    given(received, classified(), queued, announced(30), announced(7), asked)
      .when((message) => stepTowardsExpiry(message, on('12-30')))
      .then();
    given(received, classified(), queued, announced(30), announced(7), asked)
      .when(confirmExpiry)
      .then({ type: 'MessageExpired', data: { confirmedByAdministrator: true } });
  });

  it('cannot be confirmed before it was asked for', () => {
    given(received, classified(), queued, announced(30)).when(confirmExpiry).thenRefused('no-expiry-to-confirm');
  });

  it("never comes to a candidate's mail", () => {
    given(received, classified(), routed)
      .when((message) => stepTowardsExpiry(message, on('12-30')))
      .then();
    given(received, classified(), queued, asked, { type: 'MessageAssigned', data: { candidateId: 'ada', teachesAddress: false } })
      .when(confirmExpiry)
      .thenRefused('no-expiry-to-confirm');
  });

  it('begins anew when an assignment is undone', () => {
    given(
      received,
      classified(),
      queued,
      announced(30),
      announced(7),
      asked,
      { type: 'MessageAssigned', data: { candidateId: 'ada', teachesAddress: false } },
      { type: 'AssignmentUndone', data: { candidateId: 'ada' } },
    )
      .when(confirmExpiry)
      .thenRefused('no-expiry-to-confirm');
  });
});
