import { afterEach, describe, expect, it } from '@jest/globals';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { Organisation } from '../public/organisation.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

const companyId = companyIdOf('acme');

async function acme() {
  const people = await PeopleApplication.start(newFolder());
  running.push(people);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  return { people, organisation: people.app.get<Organisation>(Organisation, { strict: false }) };
}

describe('what other contexts may ask of the organisation', () => {
  it('tells a company with its subsidiaries, closed ones too', async () => {
    const { people, organisation } = await acme();
    const north = await people.post(`/companies/${companyId}/subsidiaries`, { name: 'North', externalId: 'le-1' });
    await people.post(`/companies/${companyId}/subsidiaries/external:le-1/close`);
    expect(await organisation.company(companyId)).toMatchObject({
      companyId,
      slug: 'acme',
      subsidiaries: [{ subsidiaryId: north.body.subsidiaryId, tag: 'north', name: 'North', closed: true }],
    });
    expect(await organisation.subsidiaryId(companyId, 'external:le-1')).toBe(north.body.subsidiaryId);
    expect(await organisation.company(companyIdOf('nowhere'))).toBeUndefined();
  });

  it('finds employees by any address they have now, however it is written, in their company only', async () => {
    const { people, organisation } = await acme();
    const path = `/companies/${companyId}/employees`;
    const erika = await people.post(path, { name: 'Erika', addresses: ['Erika@acme.example', 'e@acme.example'] });
    const changed = await people.post(`${path}/${erika.body.employeeId}/change`, { addresses: ['e@acme.example', 'new@acme.example'] });
    const at = String(changed.body.position);

    const found = [{ employeeId: erika.body.employeeId, name: 'Erika', addresses: ['e@acme.example', 'new@acme.example'], left: false }];
    expect(await organisation.employeesByAddress(companyId, 'NEW@acme.example ', at)).toEqual(found);
    expect(await organisation.employeesByAddress(companyId, 'e@acme.example', at)).toEqual(found);
    expect(await organisation.employeesByAddress(companyId, 'erika@acme.example', at)).toEqual([]);
    expect(await organisation.employeesByAddress(companyIdOf('other'), 'e@acme.example', at)).toEqual([]);
  });

  it('knows nobody whose key is destroyed', async () => {
    const { people, organisation } = await acme();
    const erika = await people.post(`/companies/${companyId}/employees`, { name: 'Erika', addresses: ['e@acme.example'] });
    await people.keys.destroy(`employee-${erika.body.employeeId}`);
    expect(await organisation.employee(companyId, erika.body.employeeId)).toBeUndefined();
    expect(await people.get(`/companies/${companyId}/employees/${erika.body.employeeId}`)).toMatchObject({
      status: 200,
      body: { name: null, addresses: [] },
    });
  });
});
