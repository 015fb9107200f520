import { describe, expect, it } from '@jest/globals';
import { Personal } from '#kernel/personal.js';
import { storyOf } from '#test/story.js';
import { changeEmployee } from './change-employee.js';
import { employee } from './employee.js';
import type { EmployeeLeft, EmployeeRegistered } from './events.js';
import { recordLeaving } from './record-leaving.js';
import { registerEmployee } from './register-employee.js';

const { given } = storyOf(employee);
const personal = <T>(value: T) => Personal.under('key-1', value);

const erika: EmployeeRegistered = {
  type: 'EmployeeRegistered',
  data: { keyId: 'key-1', name: personal('Erika Muster'), addresses: personal<readonly string[]>(['Erika@acme.example']) },
};
const left: EmployeeLeft = { type: 'EmployeeLeft', data: {} };

describe('registering an employee', () => {
  it('R15: keeps name and addresses as personal data under the employee’s own key', () => {
    expect(registerEmployee('key-1', { name: ' Erika Muster', addresses: ['Erika@acme.example', 'erika@ACME.example '] })).toEqual({
      ok: true,
      value: erika,
    });
  });

  it('keeps the platform’s own id as personal data too', () => {
    const answer = registerEmployee('key-1', { name: 'E', addresses: [], externalId: 'e-1' });
    expect(answer.ok && answer.value.data.externalId).toEqual(personal('e-1'));
  });

  it.each([
    [{ name: ' ', addresses: [] }, 'name-missing', 'name'],
    [{ name: 'E', addresses: ['erika'] }, 'address-malformed', 'addresses'],
  ])('refuses %j', (wanted, reason, field) => {
    expect(registerEmployee('key-1', wanted)).toEqual({ ok: false, refusal: { reason, field } });
  });

  it('refuses more addresses than a person has', () => {
    const addresses = Array.from({ length: 21 }, (_, index) => `e${index}@acme.example`);
    expect(registerEmployee('key-1', { name: 'E', addresses })).toMatchObject({ ok: false, refusal: { reason: 'too-many-addresses' } });
  });
});

describe('changing an employee', () => {
  it('records only what became different', () => {
    given(erika)
      .when((state) => changeEmployee(state, { name: 'Erika Beispiel', addresses: ['Erika@acme.example'] }))
      .then({ type: 'EmployeeChanged', data: { name: personal('Erika Beispiel') } });
  });

  it('replaces the addresses', () => {
    given(erika)
      .when((state) => changeEmployee(state, { addresses: ['e@acme.example'] }))
      .then({ type: 'EmployeeChanged', data: { addresses: personal(['e@acme.example']) } });
  });

  it('records nothing where all stays as it was', () => {
    given(erika)
      .when((state) => changeEmployee(state, { name: 'Erika Muster' }))
      .then();
  });

  it('refuses one who left, a name that is none and an address that is none', () => {
    given(erika, left)
      .when((state) => changeEmployee(state, { name: 'X' }))
      .thenRefused('employee-left');
    given(erika)
      .when((state) => changeEmployee(state, { name: '' }))
      .thenRefused('name-missing', { field: 'name' });
    given(erika)
      .when((state) => changeEmployee(state, { addresses: ['x'] }))
      .thenRefused('address-malformed', { field: 'addresses' });
  });
});

describe('an employee who leaves', () => {
  it('leaves once', () => {
    given(erika).when(recordLeaving).then(left);
    given(erika, left).when(recordLeaving).then();
  });
});
