import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, ofCompany, ownAddress } from '#test/mailbox/mailbox-history.js';
import { nothingKnown, redirectAfter, redirectStateOf, type Redirect } from './redirect.js';
import { abandonRedirectTest, confirmRedirect } from './test-redirect.js';

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2026, 0, 1);
const at = (offset: number) => new Date(begin + offset);
const address = 'jobs@acme.example';
const target = 'acme-jobs@poststelle.test';
const domains = ['poststelle.test', 'former.test'];

const started = (testId: string, offset: number) =>
  ({ type: 'RedirectTestStarted', data: { testId, address, startedAt: at(offset).toISOString() } }) as const;
const confirmed = (testId: string, offset: number) =>
  ({ type: 'RedirectConfirmed', data: { testId, address, target, confirmedAt: at(offset).toISOString() } }) as const;

function after(...events: Parameters<typeof redirectAfter>[1][]): Redirect {
  return events.reduce<Redirect>(redirectAfter, nothingKnown);
}

describe('R22, R23, R24: the redirect', () => {
  it('is unverified until a token came back, however long ago it was sent', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 * day }), (passed) => {
        expect(redirectStateOf(after(), at(passed), domains)).toBe('unverified');
        expect(redirectStateOf(after(started('one', 0)), at(passed), domains)).toBe('unverified');
      }),
    );
  });

  it('is confirmed for 90 days after a token came back, and stale from then on', () => {
    const proven = after(started('one', 0), confirmed('one', hour));
    fc.assert(
      fc.property(fc.nat({ max: 1_000 * day }), (passed) => {
        expect(redirectStateOf(proven, at(hour + passed), domains)).toBe(passed > 90 * day ? 'stale' : 'confirmed');
      }),
    );
  });

  it('is stale once a newer test is out for more than 24 hours, and confirmed again when its token comes back', () => {
    const open = after(started('one', 0), confirmed('one', hour), started('two', day));
    expect(redirectStateOf(open, at(2 * day), domains)).toBe('confirmed');
    expect(redirectStateOf(open, at(2 * day + 1), domains)).toBe('stale');
    expect(redirectStateOf(redirectAfter(open, confirmed('two', 3 * day)), at(4 * day), domains)).toBe('confirmed');
  });

  it('says nothing new where a newer test certainly did not leave', () => {
    const notSent = { type: 'RedirectTestNotSent', data: { testId: 'two', reason: 'refused-connection' } } as const;
    const before = after(started('one', 0), confirmed('one', hour), started('two', day), notSent);
    expect(redirectStateOf(before, at(3 * day), domains)).toBe('confirmed');
    const stale = after(started('one', 0), confirmed('one', hour), started('two', day));
    const third = { type: 'RedirectTestNotSent', data: { testId: 'three', reason: 'refused-connection' } } as const;
    for (const later of [
      stale,
      redirectAfter(stale, started('three', 3 * day)),
      after(started('one', 0), confirmed('one', hour), started('two', day), started('three', 3 * day), third),
    ])
      expect(redirectStateOf(later, at(3 * day), domains)).toBe('stale');
    given(ofCompany, ownAddress, started('two', day))
      .when((mailbox) => abandonRedirectTest(mailbox, 'two', 'refused-connection'))
      .then(notSent);
    given(ofCompany, ownAddress, started('three', day))
      .when((mailbox) => abandonRedirectTest(mailbox, 'two', 'refused-connection'))
      .then();
  });

  it('P16: stays confirmed while mail to its target still arrives, and is stale once that domain is not ours any more', () => {
    const proven = after(started('one', 0), confirmed('one', hour));
    expect(redirectStateOf(proven, at(day), ['new.test', 'poststelle.test'])).toBe('confirmed');
    expect(redirectStateOf(proven, at(day), ['new.test'])).toBe('stale');
    const { target: _, ...asBefore } = confirmed('one', hour).data;
    expect(redirectStateOf(after(started('one', 0), { type: 'RedirectConfirmed', data: asBefore }), at(day), ['new.test'])).toBe(
      'confirmed',
    );
  });

  it('is proven by every test that is still out; those before it say nothing any more, those after it are waited for', () => {
    const history = given(ofCompany, ownAddress, started('one', 0), started('two', hour));
    for (const test of ['one', 'two'])
      history.when((mailbox) => confirmRedirect(mailbox, test, target, at(2 * hour).toISOString())).then(confirmed(test, 2 * hour));
    given(ofCompany, ownAddress, started('one', 0), started('two', hour), confirmed('two', 2 * hour))
      .when((mailbox) => confirmRedirect(mailbox, 'one', target, at(3 * hour).toISOString()))
      .thenRefused('test-unknown');
    const late = after(started('one', 0), started('two', hour), confirmed('one', 2 * hour));
    expect(redirectStateOf(late, at(day), domains)).toBe('confirmed');
    expect(redirectStateOf(late, at(2 * day), domains)).toBe('stale');
  });

  it('is not stale for tests that certainly did not leave, in whatever order that is found out', () => {
    const notSent = (testId: string) => ({ type: 'RedirectTestNotSent', data: { testId, reason: 'refused-connection' } }) as const;
    const both = [started('two', day), started('three', day + 1), notSent('two'), notSent('three')] as const;
    expect(redirectStateOf(after(started('one', 0), confirmed('one', hour), ...both), at(30 * day), domains)).toBe('confirmed');
    given(ofCompany, ownAddress, started('two', 0), started('three', 1))
      .when((mailbox) => abandonRedirectTest(mailbox, 'two', 'refused-connection'))
      .then(notSent('two'));
  });

  it('is confirmed once, however often its token comes back', () => {
    given(ofCompany, ownAddress, started('one', 0), confirmed('one', hour))
      .when((mailbox) => confirmRedirect(mailbox, 'one', target, at(2 * hour).toISOString()))
      .then();
  });

  it('is of the address alone that was tested: a token that was sent to another one confirms nothing', () => {
    const other = { type: 'IndividualAddressSet', data: { address: 'work@acme.example' } } as const;
    given(ofCompany, ownAddress, started('one', 0), other)
      .when((mailbox) => confirmRedirect(mailbox, 'one', target, at(hour).toISOString()))
      .thenRefused('test-unknown');
  });
});
