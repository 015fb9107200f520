import { describe, expect, it } from '@jest/globals';
import { candidateWith, known, mailOf, openApplication, sentTo } from '#test/messaging/ladder.js';
import type { MailKind } from '../events.js';
import { route } from './route.js';

const verp = 'vvvvvvvvvvvvvvvv';
const sent = sentTo('ada', 'out-1');
const facts = known({
  candidates: [candidateWith('ada', openApplication('ada-1'))],
  addresses: { 'ada@mail.example': ['ada'] },
  envelopes: { [verp]: sent },
  messages: { '<out-1@poststelle.test>': sent },
  conversations: { cccccccccccccccc: { candidateId: 'ada', newest: sent, applicationIds: [] } },
});
const report = (kind: MailKind, more: Parameters<typeof mailOf>[1]) => route(mailOf('mailer-daemon@mx.example', { kind, ...more }), facts);
const byVerp = { tokens: [{ token: verp, field: 'envelope' as const }] };
const byQuote = { quoted: { messageIds: ['<out-1@poststelle.test>'], tokens: [] } };

describe('mail that no person wrote', () => {
  it('S17: a bounce is filed on its message by the token of its envelope', () => {
    expect(report('delivery-report', { ...byVerp, report: { as: 'bounce', status: '5.1.1' } })).toMatchObject({
      type: 'MessageFiled',
      data: { as: 'bounce', outboundMessageId: 'out-1', candidateId: 'ada', status: '5.1.1' },
    });
  });

  it('S17: a bounce is filed on its message by our Message-ID, wherever it is quoted', () => {
    expect(report('delivery-report', byQuote)).toMatchObject({ type: 'MessageFiled', data: { as: 'bounce', outboundMessageId: 'out-1' } });
  });

  it('S18: a report that only tells of a delay is no bounce', () => {
    expect(report('delivery-report', { ...byVerp, report: { as: 'delay', status: '4.4.1' } })).toMatchObject({ data: { as: 'delay' } });
  });

  it('S16: a bounce of mail that is not ours is set aside, with the reason', () => {
    expect(report('delivery-report', {})).toMatchObject({
      type: 'MessageSetAside',
      data: { as: 'delivery-report', reason: 'names-no-message-of-ours' },
    });
  });

  it('a complaint is filed on the message that it is about', () => {
    expect(report('complaint', byQuote)).toMatchObject({ type: 'MessageFiled', data: { as: 'complaint', outboundMessageId: 'out-1' } });
  });

  it('S15: an out-of-office is filed on the message that it answers, from whichever address', () => {
    expect(route(mailOf('new-each-time@mail.example', { kind: 'auto-reply', answers: ['<out-1@poststelle.test>'] }), facts)).toMatchObject({
      type: 'MessageFiled',
      data: { as: 'auto-reply', outboundMessageId: 'out-1' },
    });
  });

  it('S15: an out-of-office that knows only the conversation is filed on its newest message', () => {
    expect(report('auto-reply', { tokens: [{ token: 'cccccccccccccccc', field: 'to' }] })).toMatchObject({ type: 'MessageFiled' });
  });

  it('S15: an out-of-office that answers nothing of ours is set aside', () => {
    expect(report('auto-reply', {})).toMatchObject({ type: 'MessageSetAside', data: { as: 'auto-reply' } });
  });

  it('our own mail that came back, and what machines send, is set aside', () => {
    expect(report('own-loop', {})).toMatchObject({ type: 'MessageSetAside', data: { as: 'own-loop' } });
    expect(report('automatic', {})).toMatchObject({ type: 'MessageSetAside', data: { as: 'automatic' } });
  });

  it('a list is set aside', () => {
    expect(report('list', {})).toMatchObject({ type: 'MessageSetAside', data: { as: 'list' } });
  });

  it("list fields set nothing aside that comes from a candidate's address, answers us or carries our token", () => {
    expect(route(mailOf('ada@mail.example', { kind: 'list' }), facts)).toMatchObject({ data: { candidateId: 'ada' } });
    expect(report('list', { answers: ['<out-1@poststelle.test>'] })).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { proposals: ['ada'] },
    });
    expect(report('list', { tokens: [{ token: 'cccccccccccccccc', field: 'cc' }] })).toMatchObject({ type: 'MessageQueuedForAssignment' });
  });
});
