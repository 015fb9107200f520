import { CommandFailed } from '../cli/command-failed.js';
import type { ApiClient } from './api-client.js';

/** A company made for the demo, and the people in it. */
export interface DemoCompany {
  readonly slug: string;
  /** `/companies/<id>` */
  readonly path: string;
  readonly serviceAddress: string;
}

export const anna = { externalId: 'anna', name: 'Anna Beispiel', address: 'anna@candidate.example' };
export const ben = { externalId: 'ben', name: 'Ben Muster', address: 'ben@candidate.example' };

/** A company with a subsidiary, two employees and two candidates who applied. */
export async function registerDemoCompany(api: ApiClient, slug: string): Promise<DemoCompany> {
  const registered = await api.post('/companies', { slug, name: 'Demo GmbH', languages: ['en', 'de'], timeZone: 'Europe/Berlin' });
  const path = `/companies/${String(registered.companyId)}`;
  const mailbox = await api.get(`${path}/mailbox`);
  refuseWhereMailWouldLeave(mailbox);
  await api.post(`${path}/subsidiaries`, { name: 'Demo Nord GmbH', tag: 'nord', externalId: 'nord' });
  await api.post(`${path}/employees`, { name: 'Erika Recruiter', addresses: ['erika@demo.example'], externalId: 'erika' });
  await api.post(`${path}/employees`, { name: 'Karl Chef', addresses: ['karl@demo.example'], externalId: 'karl' });
  for (const [person, application] of [
    [anna, { job: 'Cook', externalId: 'anna-cook' }],
    [ben, { job: 'Waiter', externalId: 'ben-waiter', subsidiaryId: 'external:nord' }],
  ] as const)
    await api.post(`${path}/candidates`, { externalId: person.externalId, name: person.name, addresses: [person.address], application });
  return { slug, path, serviceAddress: String(mailbox.serviceAddress) };
}

/** The people of the demo do not exist: no relay must be asked to write to them. */
function refuseWhereMailWouldLeave({ notices }: Readonly<Record<string, unknown>>): void {
  if (JSON.stringify(notices).includes('nothing-leaves-this-machine')) return;
  throw new CommandFailed(
    'This service sends over a relay, and the demo writes to people who do not exist: run it on a service without one.',
  );
}
