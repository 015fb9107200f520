import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeopleApplication } from '#test/people/people-application.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const folder = mkdtempSync(join(tmpdir(), 'limited-tokens-'));
const company = `/companies/${companyIdOf('acme')}`;
let people: PeopleApplication;
let north: string;
let south: string;
let ofNorth: string;

beforeAll(async () => {
  people = await PeopleApplication.start(folder);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'UTC' });
  [north, south] = [await subsidiary('north'), await subsidiary('south')];
  ofNorth = await people.token({ company: companyIdOf('acme'), subsidiaries: [north] });
});
afterAll(async () => {
  await people.close();
  rmSync(folder, { recursive: true, force: true });
});

async function subsidiary(externalId: string): Promise<string> {
  return (await people.post(`${company}/subsidiaries`, { name: externalId, tag: externalId, externalId })).body.subsidiaryId;
}

/** Somebody with one application at each of these, `undefined` for the company itself; their path. */
async function applicantAt(
  ...subsidiaries: readonly (string | undefined)[]
): Promise<{ path: string; position: string; applications: string[] }> {
  const made = await people.post(`${company}/candidates`, { name: 'Anna', addresses: ['anna@home.example'] });
  const path = `${company}/candidates/${made.body.candidateId}`;
  let position = String(made.body.position);
  const applications: string[] = [];
  for (const subsidiaryId of subsidiaries) {
    const opened = await people.post(`${path}/applications`, { job: 'Cook', subsidiaryId });
    applications.push(opened.body['applicationId']);
    position = String(opened.body.position);
  }
  return { path, position, applications };
}

const places = (elsewhere: string): readonly (readonly [string, readonly (string | undefined)[]])[] => [
  ['at another subsidiary', [elsewhere]],
  ['at the company itself', [undefined]],
  ['nowhere', []],
];

describe('a token limited to a subsidiary', () => {
  it('reads a candidate with an application there, and of the applications these', async () => {
    const { path, applications } = await applicantAt(south, north, undefined);
    expect((await people.get(path)).body['applications']).toHaveLength(3);
    const seen = await people.get(path, ofNorth);
    expect(seen).toMatchObject({
      status: 200,
      body: { name: 'Anna', applications: [{ applicationId: applications[1], subsidiaryId: north }] },
    });
    expect(seen.body['applications']).toHaveLength(1);
  });

  it('finds no candidate who applied elsewhere, whatever it asks', async () => {
    for (const [where, at] of places(south)) {
      const { path, applications } = await applicantAt(...at);
      const application = `${path}/applications/${applications[0] ?? 'none'}`;
      const answers = [
        await people.get(path, ofNorth),
        await people.post(`${path}/addresses`, { address: 'anna@work.example' }, { token: ofNorth }),
        await people.post(`${path}/addresses/remove`, { address: 'anna@home.example' }, { token: ofNorth }),
        await people.post(`${path}/applications`, { job: 'Cook', subsidiaryId: north }, { token: ofNorth }),
        await people.post(`${application}/reject`, undefined, { token: ofNorth }),
        await people.post(`${application}/withdraw`, undefined, { token: ofNorth }),
        await people.post(`${application}/hire`, undefined, { token: ofNorth }),
        await people.post(`${application}/reopen`, undefined, { token: ofNorth }),
      ];
      expect([where, ...answers.map(({ status, body }) => `${String(status)} ${String(body.reason)}`)]).toEqual([
        where,
        ...answers.map(() => '404 not-found'),
      ]);
      expect(await people.get(path)).toMatchObject({ body: { addresses: ['anna@home.example'] } });
    }
  });

  it('decides on no application elsewhere of somebody who applied here too', async () => {
    const { path, applications } = await applicantAt(south, north);
    const [there = '', here = ''] = applications;
    for (const word of ['reject', 'withdraw', 'hire', 'reopen'])
      expect(await people.post(`${path}/applications/${there}/${word}`, undefined, { token: ofNorth })).toMatchObject({
        status: 404,
        body: { reason: 'application-not-found' },
      });
    expect(await people.post(`${path}/applications/${here}/reject`, undefined, { token: ofNorth })).toMatchObject({ status: 200 });
    expect(await people.post(`${path}/addresses`, { address: 'anna@new.example' }, { token: ofNorth })).toMatchObject({ status: 200 });
  });

  it('registers and opens applications there alone', async () => {
    const { path } = await applicantAt(north);
    const person = { name: 'Bert', addresses: [] };
    const register = (application?: object) => people.post(`${company}/candidates`, { ...person, application }, { token: ofNorth });
    const open = (application: object) => people.post(`${path}/applications`, application, { token: ofNorth });
    for (const ask of [register, open]) {
      expect(await ask({ job: 'Cook', subsidiaryId: south })).toMatchObject({ status: 404, body: { reason: 'subsidiary-not-found' } });
      expect(await ask({ job: 'Cook', subsidiaryId: 'external:south' })).toMatchObject({ body: { reason: 'subsidiary-not-found' } });
      expect(await ask({ job: 'Cook' })).toMatchObject({ status: 422, body: { reason: 'subsidiary-needed' } });
      expect(await ask({ job: 'Cook', subsidiaryId: 'external:north' })).toMatchObject({ status: 201 });
    }
    expect(await register()).toMatchObject({ status: 422, body: { reason: 'subsidiary-needed' } });
  });

  it('lists who applied there, with the number of applications open there, in pages of its own', async () => {
    const before = (await people.get(`${company}/candidates?limit=100`, ofNorth)).body.items.length;
    const first = await applicantAt(north, north, south);
    await applicantAt(south);
    const { path, position } = await applicantAt(south, north);
    const list = await people.get(`${company}/candidates?limit=1&waitFor=${position}`, ofNorth);
    expect(list.body.items).toMatchObject([{ candidateId: path.split('/').at(-1), openApplications: 1 }]);
    const next = await people.get(`${company}/candidates?limit=1&cursor=${String(list.body.next)}`, ofNorth);
    expect(next.body.items).toMatchObject([{ candidateId: first.path.split('/').at(-1), openApplications: 2 }]);
    expect((await people.get(`${company}/candidates?limit=100`, ofNorth)).body.items).toHaveLength(before + 2);
    expect(await people.get(`${company}/candidates?limit=1&cursor=${String(list.body.next)}`)).toMatchObject({
      status: 400,
      body: { reason: 'cursor-invalid' },
    });
  });

  it('is warned of nobody whom it does not see', async () => {
    const seen = await people.post(`${company}/candidates`, {
      name: 'Carla Beispiel',
      addresses: ['carla@home.example'],
      application: { job: 'Cook', subsidiaryId: north },
    });
    const hidden = await people.post(`${company}/candidates`, { name: 'Carla Beispiel', addresses: ['carla@home.example'] });
    const body = { name: 'Carla Beispiel', addresses: ['carla@home.example'], application: { job: 'Cook', subsidiaryId: north } };
    const made = await people.post(`${company}/candidates`, body, { token: ofNorth });
    expect(made.body['warnings']).toEqual([
      { warning: 'address-known', candidateIds: [seen.body.candidateId] },
      { warning: 'name-known', candidateIds: [seen.body.candidateId] },
    ]);
    expect(JSON.stringify(made.body)).not.toContain(hidden.body.candidateId);
    const alone = await people.get(`${company}/candidates?address=carla@home.example&waitFor=${String(made.body.position)}`, ofNorth);
    expect(alone.body.items).toHaveLength(2);
  });
});

describe('what belongs to the whole company', () => {
  it('lists no other subsidiary, and leaves the others alone', async () => {
    const list = await people.get(`${company}/subsidiaries`, ofNorth);
    expect(list.body.items).toMatchObject([{ subsidiaryId: north }]);
    for (const id of [south, 'external:south'])
      for (const [word, body] of [
        ['rename', { name: 'X' }],
        ['close', undefined],
      ] as const)
        expect(await people.post(`${company}/subsidiaries/${id}/${word}`, body, { token: ofNorth })).toMatchObject({
          status: 404,
          body: { reason: 'subsidiary-not-found' },
        });
    expect(await people.post(`${company}/subsidiaries/${north}/rename`, { name: 'Norden' }, { token: ofNorth })).toMatchObject({
      status: 200,
    });
  });

  it('is read, and not changed', async () => {
    const erika = await people.post(`${company}/employees`, { name: 'Erika', addresses: [] });
    const employee = `${company}/employees/${erika.body.employeeId}`;
    for (const path of [company, `${company}/mailbox`, `${company}/employees`, employee])
      expect([path, (await people.get(path, ofNorth)).status]).toEqual([path, 200]);
    const platform = await people.token({ subsidiaries: [north] });
    const changes: readonly (readonly [string, object | undefined, string])[] = [
      [`${company}/subsidiaries`, { name: 'West' }, ofNorth],
      [`${company}/employees`, { name: 'Egon', addresses: [] }, ofNorth],
      [`${employee}/change`, { name: 'Egon' }, ofNorth],
      [`${employee}/leave`, undefined, ofNorth],
      [`${company}/mailbox/sender-name`, { senderName: 'employee' }, ofNorth],
      ['/companies', { slug: 'other', name: 'Other', languages: ['de'], timeZone: 'UTC' }, platform],
    ];
    for (const [path, body, token] of changes)
      expect([path, await people.post(path, body, { token })]).toMatchObject([
        path,
        { status: 403, body: { reason: 'whole-company-only' } },
      ]);
  });
});
