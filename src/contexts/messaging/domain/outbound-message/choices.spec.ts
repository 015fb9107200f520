import { describe, expect, it } from '@jest/globals';
import { chooseApplication } from './choose-application.js';
import { chooseRecipient } from './choose-recipient.js';
import { mayLeaveTo } from './only-deliver-to.js';
import { senderName } from './sender-name.js';

const anna = { erased: false, addresses: ['anna@home.example', 'Anna@work.example'] };
const names = { company: 'Acme', writer: 'Rita Recruiter' };

describe('to whom', () => {
  it('S40: only to an address of the candidate’s own, however it is written', () => {
    expect(chooseRecipient(anna, 'ANNA@work.example', undefined)).toEqual({ ok: true, value: 'Anna@work.example' });
    expect(chooseRecipient(anna, 'eve@home.example', undefined)).toMatchObject({
      refusal: { reason: 'address-not-the-candidates', field: 'to' },
    });
  });

  it('to the one written to last, else to the first', () => {
    expect(chooseRecipient(anna, undefined, 'anna@WORK.example')).toEqual({ ok: true, value: 'Anna@work.example' });
    expect(chooseRecipient(anna, undefined, 'gone@work.example')).toEqual({ ok: true, value: 'anna@home.example' });
    expect(chooseRecipient(anna, undefined, undefined)).toEqual({ ok: true, value: 'anna@home.example' });
  });

  it('S37: not to somebody erased, nor to nowhere', () => {
    expect(chooseRecipient({ erased: true, addresses: [] }, undefined, undefined)).toMatchObject({
      refusal: { reason: 'candidate-erased' },
    });
    expect(chooseRecipient({ erased: false, addresses: [] }, undefined, undefined)).toMatchObject({
      refusal: { reason: 'candidate-has-no-address' },
    });
  });

  it('leaves nowhere but where the operator allows', () => {
    expect(mayLeaveTo('anna@home.example', undefined)).toBe(true);
    expect(mayLeaveTo('Anna@Home.example', ['@home.example'])).toBe(true);
    expect(mayLeaveTo('anna@home.example', ['anna@HOME.example'])).toBe(true);
    expect(mayLeaveTo('anna@evil-home.example', ['@home.example'])).toBe(false);
    expect(mayLeaveTo('anna@home.example', [])).toBe(false);
  });
});

describe('about which application', () => {
  const applications = [
    { applicationId: 'a', state: 'rejected', subsidiaryId: 's1' },
    { applicationId: 'b', state: 'open', subsidiaryId: 's2' },
  ];

  it('S31: the one that is named, which must be the candidate’s', () => {
    expect(chooseApplication(applications, 'a')).toMatchObject({ value: { subsidiaryId: 's1' } });
    expect(chooseApplication(applications, 'c')).toMatchObject({ refusal: { reason: 'application-not-the-candidates' } });
  });

  it('S31: else the only open one, and none where there are several', () => {
    expect(chooseApplication(applications, undefined)).toMatchObject({ value: { applicationId: 'b' } });
    expect(chooseApplication([...applications, { applicationId: 'c', state: 'open' }], undefined)).toEqual({ ok: true, value: undefined });
  });
});

describe('R14, R15: in whose name', () => {
  it('the company’s or the employee’s who writes, as the administrator chose', () => {
    expect(senderName('company', names, false)).toBe('Acme');
    expect(senderName('employee', names, false)).toBe('Rita Recruiter');
  });

  it('the company’s for automatic mail and on nobody’s behalf', () => {
    expect(senderName('employee', names, true)).toBe('Acme');
    expect(senderName('employee', { company: 'Acme', writer: undefined }, false)).toBe('Acme');
  });
});
