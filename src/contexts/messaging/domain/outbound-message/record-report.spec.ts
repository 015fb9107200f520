import { describe, expect, it } from '@jest/globals';
import { attempted, queued, uncertain } from '#test/messaging/outbound-story.js';
import { storyOf } from '#test/story.js';
import { isHard } from './bounce-hardness.js';
import { outboundMessage } from './outbound-message.js';
import { recordReport } from './record-report.js';
import type { MessageBounced } from './events.js';

const { given } = storyOf(outboundMessage);
const accepted = { type: 'MessageAccepted', data: { by: 'server' } } as const;
const bounced: MessageBounced = { type: 'MessageBounced', data: { reportId: 'report-1', status: '5.1.1', hard: true } };

describe('reports on a message that left', () => {
  it('S17: a bounce is recorded on the message, once', () => {
    const report = { as: 'bounce', reportId: 'report-1', status: '5.1.1' } as const;
    given(queued, attempted(), accepted)
      .when((message) => recordReport(message, report))
      .then(bounced);
    given(queued, attempted(), accepted, bounced)
      .when((message) => recordReport(message, report))
      .then();
  });

  it('S18: a delay is no failure', () => {
    given(queued, attempted(), accepted)
      .when((message) => recordReport(message, { as: 'delay', reportId: 'report-2', status: '4.4.1' }))
      .then({ type: 'MessageDelayReported', data: { reportId: 'report-2', status: '4.4.1' } });
  });

  it('deliveries and complaints are recorded too', () => {
    given(queued, attempted(), accepted)
      .when((message) => recordReport(message, { as: 'delivery', reportId: 'report-3' }))
      .then({ type: 'MessageDelivered', data: { reportId: 'report-3' } });
    given(queued, attempted(), accepted)
      .when((message) => recordReport(message, { as: 'complaint', reportId: 'report-4' }))
      .then({ type: 'MessageComplainedAbout', data: { reportId: 'report-4' } });
  });

  it('S27: any report of an uncertain message proves that the server took it', () => {
    given(queued, attempted(), uncertain)
      .when((message) => recordReport(message, { as: 'bounce', reportId: 'report-1', status: '5.1.1' }))
      .then(accepted, bounced);
  });

  it.each([
    ['5.1.1', true],
    ['5.0.0', true],
    ['5.2.1', true],
    [undefined, true],
    ['5.2.2', false],
    ['5.7.1', false],
    ['5.3.4', false],
    ['4.4.7', false],
  ])('S17, S18: status %s marks the address: %s', (status, hard) => {
    expect(isHard(status)).toBe(hard);
  });
});
