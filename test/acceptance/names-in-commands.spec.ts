import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { companyIdOf } from '#platform/event-store/identity.js';
import { Api } from '#test/service/api.js';
import { facts, Mailroom, textOf } from '#test/service/mailroom.js';
import { runOnce } from '#test/service/run-once.js';
import { freePort } from '#test/service/started-service.js';

let room: Mailroom;
const acme = companyIdOf('acme');
let north: string;

beforeAll(async () => {
  room = await Mailroom.open();
  const company = { languages: ['en'], timeZone: 'Europe/Berlin' };
  facts(await room.platform.post('/companies', { ...company, slug: 'acme', name: 'Acme', externalId: 'tenant-7' }));
  facts(await room.platform.post('/companies', { ...company, slug: 'bare', name: 'Bare' }));
  const made = await room.platform.post(`/companies/${acme}/subsidiaries`, { name: 'North', tag: 'north', externalId: 'n' });
  north = textOf(facts(made)['subsidiaryId']);
  facts(await room.platform.post(`/companies/${acme}/candidates`, { externalId: 'a', name: 'Anna', addresses: ['anna@home.example'] }));
}, 60_000);

afterAll(() => room.close());

function run(...words: readonly string[]) {
  return runOnce(room.service.environmentOf(), 'cli.js', ...words);
}

async function claimsOf(...words: readonly string[]) {
  const { company, subsidiaries } = decodeJwt(await room.service.cli('token', ...words));
  return { company, subsidiaries };
}

describe('a token', () => {
  it.each(['acme', acme, 'external:tenant-7'])('is for the company that is called %s', async (named) => {
    expect(await claimsOf('--company', named)).toEqual({ company: acme });
    const api = new Api(room.service, await room.service.cli('token', '--company', named));
    expect((await api.get(`/companies/${acme}/candidates/external:a`)).status).toBe(200);
  });

  it('is limited to subsidiaries by their ids and by the platform’s own', async () => {
    for (const named of [north, 'external:n'])
      expect(await claimsOf('--company', 'acme', '--subsidiary', named)).toEqual({ company: acme, subsidiaries: [north] });
    expect(await claimsOf('--platform', '--subsidiary', north)).toEqual({ company: '*', subsidiaries: [north] });
  });

  it.each([
    [['--company', 'acne'], 'No company acne is registered.'],
    [['--company', companyIdOf('acne')], `No company ${companyIdOf('acne')} is registered.`],
    [['--company', 'external:tenant-8'], 'No company external:tenant-8 is registered.'],
    [['--company', 'acme', '--subsidiary', 'nonsense'], 'acme has no subsidiary nonsense. It has: '],
    [['--company', 'acme', '--subsidiary', 'external:n', 'external:s'], 'acme has no subsidiary external:s. It has: '],
    [['--company', 'bare', '--subsidiary', 'external:n'], 'bare has no subsidiary external:n. It has none.'],
    [['--platform', '--subsidiary', 'nonsense'], 'nonsense is no id of a subsidiary.'],
    [['--platform', '--subsidiary', 'external:n'], 'external:n can only be found in the events of one company'],
  ])('is not made for whom nobody knows: %j', async (words, sentence) => {
    const { code, output } = await run('token', ...words);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    expect(output).not.toContain('    at ');
    expect(output).not.toContain('eyJ');
  });

  it('is made as it was asked for where the events cannot be read, with a warning', async () => {
    const environment = { ...room.service.environmentOf(), POSTSTELLE_EVENT_STORE: `esdb://127.0.0.1:${await freePort()}?tls=false` };
    const asked = await runOnce(environment, 'cli.js', 'token', '--company', 'acme', '--subsidiary', north);
    expect(asked).toMatchObject({
      code: 0,
      output: expect.stringContaining('Mind: whether the company is registered could not be asked.'),
    });
    const refused = await runOnce(environment, 'cli.js', 'token', '--company', 'external:tenant-7');
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('external:tenant-7 can only be found in the events') });
  }, 60_000);
});

describe('a replay', () => {
  it('finds what the platform calls by its own id', async () => {
    for (const company of ['acme', 'external:tenant-7'])
      expect(await run('replay', 'external:a', '--company', company, '--kind', 'candidates')).toMatchObject({
        code: 0,
        output: expect.stringContaining('The candidate was registered.'),
      });
  });

  it.each([
    [['external:b', '--company', 'acme', '--kind', 'candidates'], 'There is no stream candidate-'],
    [['external:a', '--company', 'bare', '--kind', 'candidates'], 'Nothing of bare is called external:a.'],
    [['external:a', '--company', 'external:tenant-8', '--kind', 'candidates'], 'No company external:tenant-8 is registered.'],
    [['external:a', '--company', 'No Slug', '--kind', 'candidates'], 'slug'],
  ])('says that nobody is called so: %j', async (words, sentence) => {
    const { code, output } = await run('replay', ...words);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    expect(output).not.toContain('    at ');
  });
});
