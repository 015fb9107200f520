import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '#test/http/at.js';
import { Acme, mailFrom } from '#test/messaging/acme.js';
import { eventually } from '#test/service/eventually.js';
import { deliveryReport } from '#test/service/reports.js';
import type { Answer } from '#test/messaging/mail-room.js';

let acme: Acme;
let anna: string;
beforeAll(async () => {
  acme = await Acme.open();
  anna = await acme.candidate('Anna', 'anna@home.example');
});
afterAll(() => acme.close());

const company = (slug: string, externalId?: string) => ({ slug, name: slug, languages: ['de'], timeZone: 'UTC', externalId });
const person = (name: string, externalId?: string) => ({ name, addresses: [], externalId });
const message = (text: string) => ({ subject: 'Your application', text });
const ofTheCompany = (path: string) => () => acme.path(path);

/** Each creating command, with bodies that would make one thing each. */
const creating: readonly (readonly [string, () => string | Promise<string>, readonly [object, object, ...object[]]])[] = [
  ['a company', () => '/companies', [company('first'), company('second'), company('third', 'tenant-3')]],
  ['a company of a name', () => '/companies', [company('fourth', 'tenant-4'), company('fourth', 'tenant-5'), company('fifth', 'tenant-4')]],
  ['a subsidiary', ofTheCompany('/subsidiaries'), [{ name: 'North' }, { name: 'South' }, { name: 'South', externalId: 'south' }]],
  ['an employee', ofTheCompany('/employees'), [person('Erika'), person('Egon'), person('Erika', 'erika')]],
  ['an employee of a name', ofTheCompany('/employees'), [person('Ida', 'ida'), person('Ida', 'ina'), person('Ida')]],
  ['a candidate', ofTheCompany('/candidates'), [person('Bert'), person('Bernd'), person('Bert', 'bert')]],
  [
    'a candidate of a name',
    ofTheCompany('/candidates'),
    [person('Cleo', 'cleo'), person('Cleo', 'clea'), person('Cleo'), { ...person('Cleo', 'clio'), application: { job: 'Cook' } }],
  ],
  [
    'an application',
    async () => acme.path(`/candidates/${anna}/applications`),
    [{ job: 'Cook' }, { job: 'Baker' }, { job: 'Cook', externalId: 'a-1' }],
  ],
  ['a message', async () => acme.path(`/candidates/${anna}/messages`), [message('Dear Anna'), message('Dear Bert')]],
  [
    'a candidate from a message',
    async () => acme.path(`/received-messages/${await stranger()}/candidate`),
    [{ application: { job: 'Cook' } }, { application: { job: 'Baker' } }, { externalId: 'dora', application: { job: 'Cook' } }],
  ],
  [
    'a message sent to another address',
    async () => acme.path(`/sent-messages/${await bounced()}/resend`),
    [{ to: 'elsa@new.example' }, { to: 'elsa@other.example' }],
  ],
];

async function stranger(): Promise<string> {
  const line = await acme.receives(mailFrom('Dora <dora@mail.example>', 'acme-jobs@poststelle.test'));
  return line.messageId;
}

async function bounced(): Promise<string> {
  const elsa = await acme.candidate('Elsa', 'elsa@old.example');
  await acme.post(`/candidates/${elsa}/addresses`, { address: 'elsa@new.example' });
  const { id, messageId } = await acme.write(elsa, { to: 'elsa@old.example' });
  const [to, recipient] = ['acme-jobs@poststelle.test', 'elsa@old.example'];
  const report = { to, recipient, action: 'failed', status: '5.1.1', returned: `Message-ID: ${messageId}\r\n\r\n` } as const;
  await acme.receives(deliveryReport(report).split('\r\n'));
  await eventually(
    () => acme.get(`/sent-messages/${id}`),
    ({ text }) => text.includes('"bounced"'),
  );
  return id;
}

const reasonOf = ({ body }: Answer) => at(body, 'reason');
const ask = (path: string, body: object, key: string) => acme.anna.post(path, body, key);

describe.each(creating)('the Idempotency-Key that made %s', (_, pathOf, [first, ...others]) => {
  it('is answered as the first time with the same body, and makes nothing of another one', async () => {
    const [path, key] = [await pathOf(), randomUUID()];
    const made = await ask(path, first, key);
    expect([201, 202]).toContain(made.status);
    for (const other of others) {
      const refused = await ask(path, other, key);
      expect([other, refused.status, reasonOf(refused)]).toEqual([other, 422, 'key-used-before']);
    }
    const again = await ask(path, first, key);
    expect([again.status, again.body]).toEqual([made.status, made.body]);
  });
});

describe('an Idempotency-Key whose command was refused', () => {
  it.each([
    ['/companies', company('acme'), company('acme-two')],
    ['candidates', person('Anna', 'taken-one'), person('Anna', 'free-one')],
    ['employees', person('Anna', 'taken-two'), person('Anna', 'free-two')],
  ])('is free for another body at %s', async (place, taken, free) => {
    const path = place.startsWith('/') ? place : acme.path(`/${place}`);
    if (!place.startsWith('/')) await ask(path, taken, randomUUID());
    const key = randomUUID();
    expect(await ask(path, taken, key)).toMatchObject({ status: 409 });
    expect(await ask(path, free, key)).toMatchObject({ status: 201 });
  });
});
