import { afterEach, describe, expect, it } from '@jest/globals';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { companyIdOf, externalIdentity, idFromCommand } from '#platform/event-store/identity.js';
import { Candidates } from '../public/candidates.js';
import { ApplicationIds } from './application-ids.js';
import { ClaimSettler } from './claim-settler.js';

const newFolder = temporaryFolders();
const running: PeopleApplication[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

const companyId = companyIdOf('acme');
const path = `/companies/${companyId}/candidates`;

async function acme() {
  const people = await PeopleApplication.start(newFolder());
  running.push(people);
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
  const { candidateId } = (await people.post(path, { name: 'Anna', addresses: [] })).body;
  const streamId = await externalIdentity(people.app.get<DataKeys>(DataKeys), companyId, 'application', 'a-1');
  return {
    people,
    candidateId,
    ids: people.app.get(ApplicationIds, { strict: false }),
    settle: () => people.app.get(ClaimSettler, { strict: false }).settle({ companyId, streamId }),
    open: (more: { key?: string } = {}) => people.post(`${path}/${candidateId}/applications`, { job: 'Cook', externalId: 'a-1' }, more),
  };
}

describe('a claim that a crash left without its application', () => {
  it('is released, so that the caller’s id can be used', async () => {
    const { ids, candidateId, settle, open } = await acme();
    const claimed = await ids.claim({ externalId: 'a-1', candidateId, applicationId: 'never-opened' }, freshCause(companyId));
    expect(claimed.ok).toBe(true);
    expect(await open()).toMatchObject({ status: 409, body: { reason: 'external-id-taken' } });
    await settle();
    await settle();
    expect(await open()).toMatchObject({ status: 201 });
  });

  it('is released where not even the candidate came to be', async () => {
    const { ids, settle, open } = await acme();
    await ids.claim({ externalId: 'a-1', candidateId: 'nobody', applicationId: 'never-opened' }, freshCause(companyId));
    await settle();
    expect(await open()).toMatchObject({ status: 201 });
  });

  it('is claimed again by the same command that was cut off and released', async () => {
    const { ids, candidateId, settle } = await acme();
    const cause = freshCause(companyId);
    const application = { externalId: 'a-1', candidateId, applicationId: ids.fresh(cause) };
    await ids.claim(application, cause);
    await settle();
    expect(await ids.resolve(companyId, 'external:a-1')).toBe('external:a-1');
    expect((await ids.claim(application, cause)).ok).toBe(true);
    expect(await ids.resolve(companyId, 'external:a-1')).toBe(application.applicationId);
    expect(await ids.claim({ ...application, applicationId: 'other' }, freshCause(companyId))).toMatchObject({
      ok: false,
      refusal: { reason: 'external-id-taken' },
    });
  });

  it('is finished by the repeat of the command that was cut off, before anybody released it', async () => {
    const { ids, people } = await acme();
    const cause = freshCause(companyId);
    const person = { name: 'Bert', addresses: [], application: { job: 'Cook', externalId: 'a-1' } };
    const application = { externalId: 'a-1', candidateId: idFromCommand(cause.commandId, 'candidate'), applicationId: ids.fresh(cause) };
    await ids.claim(application, cause);
    const registered = await people.app.get<Candidates>(Candidates, { strict: false }).register(person, cause);
    expect(registered).toMatchObject({ ok: true, value: { applicationId: application.applicationId } });
  });

  it('stays where the application came to be', async () => {
    const { settle, open, people, candidateId } = await acme();
    await open({ key: 'k' });
    await settle();
    expect(await open()).toMatchObject({ status: 409 });
    expect(await people.post(`${path}/${candidateId}/applications/external:a-1/reject`)).toMatchObject({ status: 200 });
  });

  it('goes to one of many who claim it at once', async () => {
    const { ids, candidateId } = await acme();
    const claims = Array.from({ length: 8 }, (_, index) =>
      ids.claim({ externalId: 'a-1', candidateId, applicationId: `a-${index}` }, freshCause(companyId)),
    );
    expect((await Promise.all(claims)).filter((claim) => claim.ok)).toHaveLength(1);
  });
});
