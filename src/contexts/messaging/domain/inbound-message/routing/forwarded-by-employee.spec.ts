import { describe, expect, it } from '@jest/globals';
import { candidateWith, known, mailOf, openApplication } from '#test/messaging/ladder.js';
import { forwardedByEmployee } from './forwarded-by-employee.rung.js';
import { route } from './route.js';

const facts = known({
  candidates: [candidateWith('ada', openApplication('a1'))],
  addresses: { 'ada@mail.example': ['ada'] },
  employees: ['rita@acme.example'],
});

describe('the rung of mail that an employee forwards', () => {
  it('S7, S8: proposes who wrote the outermost block, and leaves the decision to a person', () => {
    expect(route(mailOf('rita@acme.example', { forwarded: { from: 'ada@mail.example' } }), facts)).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'forwarded-without-proof', proposals: ['ada'] },
    });
  });

  it('S9: looks into nothing that somebody else forwards', () => {
    const mail = mailOf('stranger@mail.example', { forwarded: { from: 'ada@mail.example' } });
    expect(forwardedByEmployee.climb(mail, facts)).toEqual({ found: 'nothing', reason: 'sender-is-no-employee' });
  });

  it.each([
    ['forwarded-without-an-address', {}],
    ['forwarded-from-an-unknown-address', { from: 'nobody@mail.example' }],
  ])('is %s with nobody to propose', (reason, forwarded) => {
    expect(forwardedByEmployee.climb(mailOf('rita@acme.example', { forwarded }), facts)).toEqual({ found: 'doubt', reason, proposals: [] });
  });

  it('knows nothing where nothing was forwarded or nobody single sent it', () => {
    expect(forwardedByEmployee.climb(mailOf('rita@acme.example'), facts)).toMatchObject({ reason: 'nothing-forwarded' });
    expect(forwardedByEmployee.climb({ ...mailOf(''), senders: [], forwarded: {} }, facts)).toMatchObject({ reason: 'no-single-sender' });
  });
});
