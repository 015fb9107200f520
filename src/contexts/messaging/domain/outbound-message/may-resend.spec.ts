import { describe, expect, it } from '@jest/globals';
import { attempted, queued, rejected } from '#test/messaging/outbound-story.js';
import type { OutboundMessageChanged } from './events.js';
import { mayResend } from './may-resend.js';
import { outboundMessage } from './outbound-message.js';

const after = (...events: readonly OutboundMessageChanged[]) =>
  events.reduce((message, event) => outboundMessage.evolve(message, event), outboundMessage.create(queued));

describe('sending again to a corrected address', () => {
  it('S17: what was rejected or bounced may go to another address', () => {
    expect(mayResend(after(attempted(), rejected), 'anna@new.example')).toMatchObject({ ok: true });
    const accepted = { type: 'MessageAccepted', data: { by: 'server' } } as const;
    const bounced = { type: 'MessageBounced', data: { reportId: 'report-1', hard: true } } as const;
    expect(mayResend(after(attempted(), accepted, bounced), 'anna@new.example')).toMatchObject({ ok: true });
  });

  it('not to the same address, and not what has not failed', () => {
    expect(mayResend(after(attempted(), rejected), 'ANNA@candidate.example')).toMatchObject({
      refusal: { reason: 'address-not-corrected' },
    });
    expect(mayResend(after(), 'anna@new.example')).toMatchObject({ refusal: { reason: 'message-has-not-failed' } });
  });
});
