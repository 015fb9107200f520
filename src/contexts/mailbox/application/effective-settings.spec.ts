import { describe, expect, it } from '@jest/globals';
import { established, impaired, ofCompany, ofSubsidiary, ownAddress, switched } from '#test/mailbox/mailbox-history.js';
import type { MailboxChanged, MailboxProvisioned } from '../domain/recruiting-mailbox/events.js';
import { recruitingMailbox } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import { effectiveSettingsOf } from './effective-settings.js';

const now = new Date('2026-03-02T08:00:00.000Z');
const circumstances = { mailDomain: 'poststelle.test', mailDomains: ['poststelle.test'], now };

function mailbox(mailboxId: string, first: MailboxProvisioned, ...later: readonly MailboxChanged[]) {
  return { mailboxId, mailbox: later.reduce((state, event) => recruitingMailbox.evolve(state, event), recruitingMailbox.create(first)) };
}

const connected = [ownAddress, established(), switched('service', 'smtp')] as const;
const employee: MailboxChanged = { type: 'SenderNameChosen', data: { senderName: 'employee' } };
const plain = mailbox('company', ofCompany);
const connectedCompany = mailbox('company', ofCompany, ...connected, employee);
const byDefault = { mailboxId: 'company', why: 'company-default' };
const byCompany = { mailboxId: 'company', why: 'own' };
const inherited = { mailboxId: 'company', why: 'inherited' };
const byNorth = { mailboxId: 'north', why: 'own' };

describe('what mail leaves with', () => {
  it('R3, R21: without a connection over the service, from the service address', () => {
    expect(effectiveSettingsOf(plain, undefined, false, circumstances)).toEqual({
      channel: { value: 'service', supplied: byDefault },
      address: { value: 'acme-jobs@poststelle.test', supplied: byDefault },
      senderName: { value: 'company', supplied: byDefault },
      repliesTo: 'service-address',
      waitingMail: new Map(),
    });
  });

  it('R5, R19, R20: with one over the company’s server, from its own address', () => {
    expect(effectiveSettingsOf(connectedCompany, undefined, false, circumstances)).toMatchObject({
      channel: { value: 'smtp', supplied: byCompany },
      address: { value: 'Jobs@acme.example', supplied: byCompany },
      senderName: { value: 'employee', supplied: byCompany },
    });
  });

  it('R30: candidates answer to the individual address only while its redirect is confirmed', () => {
    const confirmed: MailboxChanged = {
      type: 'RedirectConfirmed',
      data: { testId: 'test-1', address: 'Jobs@acme.example', confirmedAt: '2026-03-01T08:00:00.000Z' },
    };
    const settings = (...more: readonly MailboxChanged[]) =>
      effectiveSettingsOf(mailbox('company', ofCompany, ...connected, ...more), undefined, false, circumstances);
    expect(settings().repliesTo).toBe('service-address');
    expect(settings(confirmed).repliesTo).toBe('individual-address');
    const later = { ...circumstances, now: new Date('2026-06-01T08:00:00.000Z') };
    expect(effectiveSettingsOf(mailbox('company', ofCompany, ...connected, confirmed), undefined, false, later).repliesTo).toBe(
      'service-address',
    );
  });

  it('R90: a subsidiary without settings has its company’s, name included', () => {
    for (const own of [undefined, mailbox('north', ofSubsidiary, ownAddress)])
      expect(effectiveSettingsOf(connectedCompany, own, true, circumstances)).toMatchObject({
        channel: { value: 'smtp', supplied: inherited },
        address: { value: 'Jobs@acme.example', supplied: inherited },
        senderName: { value: 'employee', supplied: inherited },
      });
  });

  it('R91: one that sets only the name keeps the rest of its company’s', () => {
    const own = mailbox('north', ofSubsidiary, { type: 'SenderNameChosen', data: { senderName: 'company' } });
    expect(effectiveSettingsOf(connectedCompany, own, true, circumstances)).toMatchObject({
      channel: { value: 'smtp', supplied: inherited },
      senderName: { value: 'company', supplied: byNorth, subsidiaryId: 'north' },
    });
  });

  it('R91: one with a connection of its own has its own address, and its own name', () => {
    const own = mailbox(
      'north',
      ofSubsidiary,
      { type: 'IndividualAddressSet', data: { address: 'jobs@north.example' } },
      established(),
      switched('inherited', 'smtp'),
    );
    expect(effectiveSettingsOf(connectedCompany, own, true, circumstances)).toMatchObject({
      channel: { value: 'smtp', supplied: byNorth },
      address: { value: 'jobs@north.example', supplied: byNorth },
      senderName: { value: 'company', supplied: byNorth, subsidiaryId: 'north' },
    });
  });

  it('R91: one that chose the service sends from the service address, whatever its company does', () => {
    const own = mailbox('north', ofSubsidiary, switched('inherited', 'service', 'keep'));
    expect(effectiveSettingsOf(connectedCompany, own, true, circumstances)).toMatchObject({
      channel: { value: 'service', supplied: byNorth },
      address: { value: 'acme-jobs@poststelle.test', supplied: byNorth },
    });
  });

  it('says that the connection needs attention', () => {
    const broken = mailbox('company', ofCompany, ...connected, impaired);
    expect(effectiveSettingsOf(broken, undefined, false, circumstances)).toMatchObject({
      needsAttention: { since: '2026-03-02T08:00:00.000Z', reason: 'login-refused' },
    });
  });
});
