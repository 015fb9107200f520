import { describe, expect, it } from '@jest/globals';
import { candidateWith, known, mailOf, openApplication } from '#test/messaging/ladder.js';
import { addressOwner } from './address-owner.js';
import { senderAddress } from './sender-address.rung.js';

const berlin = candidateWith('ada-berlin', openApplication('a1', 'berlin'));
const munich = candidateWith('ada-munich', openApplication('a2', 'munich'));
const shared = known({ candidates: [berlin, munich], addresses: { 'ada@mail.example': ['ada-berlin', 'ada-munich'] } });
const now = new Date('2026-11-20T00:00:00Z');
const rejected = (closedAt: string) =>
  addressOwner(
    { candidateId: 'ada', name: 'Ada', applications: [{ applicationId: 'a1', state: 'rejected', closedAt: new Date(closedAt) }] },
    now,
    14,
  );
const owned = (owner: ReturnType<typeof rejected>) => known({ candidates: [owner], addresses: { 'ada@mail.example': ['ada'] } });

describe('the rung of the sender address', () => {
  it('P1: finds nobody for an address that is unknown', () => {
    expect(senderAddress.climb(mailOf('ada@mail.example'), known({}))).toEqual({ found: 'nothing', reason: 'address-unknown' });
  });

  it('P2: an application rejected 14 days ago is closed, and its candidate is only proposed', () => {
    expect(senderAddress.climb(mailOf('ada@mail.example'), owned(rejected('2026-11-06T00:00:00Z')))).toEqual({
      found: 'doubt',
      reason: 'no-open-application',
      proposals: ['ada'],
    });
  });

  it('P2: an application rejected a moment less than 14 days ago still counts', () => {
    expect(senderAddress.climb(mailOf('ada@mail.example'), owned(rejected('2026-11-06T00:00:00.001Z')))).toMatchObject({
      candidateId: 'ada',
    });
  });

  it('P2: who was hired is never cut off', () => {
    const hired = addressOwner(
      { candidateId: 'ada', name: 'Ada', applications: [{ applicationId: 'a1', state: 'hired', closedAt: new Date(0) }] },
      now,
      14,
    );
    expect(senderAddress.climb(mailOf('ada@mail.example'), owned(hired))).toMatchObject({ candidateId: 'ada' });
  });

  it('S31: of two candidates with one address the one at the addressed subsidiary counts', () => {
    expect(senderAddress.climb(mailOf('ada@mail.example', { addressedSubsidiaries: ['munich'] }), shared)).toMatchObject({
      candidateId: 'ada-munich',
    });
  });

  it.each([[[]], [['hamburg']], [['berlin', 'munich']]])(
    'S31: proposes both where the mail was addressed to %j',
    (addressedSubsidiaries) => {
      expect(senderAddress.climb(mailOf('ada@mail.example', { addressedSubsidiaries }), shared)).toEqual({
        found: 'doubt',
        reason: 'several-candidates',
        proposals: ['ada-berlin', 'ada-munich'],
      });
    },
  );

  it.each([
    ['no-sender', []],
    ['several-senders', ['ada@mail.example', 'eve@mail.example']],
  ])('says %s where the header From names %j', (reason, senders) => {
    expect(senderAddress.climb({ ...mailOf(''), senders }, shared)).toEqual({ found: 'nothing', reason });
  });
});
