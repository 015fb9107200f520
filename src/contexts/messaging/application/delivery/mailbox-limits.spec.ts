import { describe, expect, it } from '@jest/globals';
import { MailboxPauses } from './mailbox-pauses.js';
import { MailboxRates } from './mailbox-rates.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, seconds));

describe('the rate of a mailbox', () => {
  it('lets so many messages go in a minute, and says when the next may', () => {
    const rates = new MailboxRates(2);
    expect(rates.next('a', at(0))).toBeUndefined();
    rates.count('a', at(0));
    rates.count('a', at(10));
    expect(rates.next('a', at(20))).toEqual(at(60));
    expect(rates.next('a', at(60))).toBeUndefined();
  });

  it('is each mailbox’s own', () => {
    const rates = new MailboxRates(1);
    rates.count('a', at(0));
    expect(rates.next('b', at(1))).toBeUndefined();
  });
});

describe('the pause of a mailbox', () => {
  it('ends by itself after a minute, and by a success', () => {
    const pauses = new MailboxPauses();
    pauses.pause('a', at(0));
    expect(pauses.until('a', at(59))).toEqual(at(60));
    expect(pauses.until('b', at(59))).toBeUndefined();
    expect(pauses.until('a', at(60))).toBeUndefined();
    pauses.pause('a', at(60));
    pauses.end('a');
    expect(pauses.until('a', at(61))).toBeUndefined();
  });
});
