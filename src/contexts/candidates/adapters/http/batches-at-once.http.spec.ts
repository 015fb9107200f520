import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { systemClock } from '#platform/system/system-clock.js';
import { ApplicationIds } from '../../application/application-ids.js';
import { CandidateIds } from '../../application/candidate-ids.js';

const newFolder = temporaryFolders();
const companyId = companyIdOf('acme');
const company = `/companies/${companyId}`;
let people: PeopleApplication;

/** Takes as long as a disk, so that commands meet each other in the middle. */
class StoreWithADisk extends MemoryEventStore {
  override async append(...call: Parameters<MemoryEventStore['append']>): ReturnType<MemoryEventStore['append']> {
    await pause(Math.random() * 4);
    return super.append(...call);
  }
}

beforeEach(async () => {
  people = await PeopleApplication.start(newFolder(), { store: new StoreWithADisk(systemClock) });
  await people.post('/companies', { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' });
});
afterEach(() => people.close());

const application = (number: number) => ({ job: 'Cook', externalId: `application-${String(number)}` });
const person = (number: number) => ({
  externalId: `applicant-${String(number)}`,
  name: `Anna ${String(number)}`,
  addresses: [`anna-${String(number)}@home.example`],
  application: application(number),
});
const sixty = Array.from({ length: 60 }, (_, number) => person(number));

async function batch(kind: 'candidates' | 'applications', items: readonly object[], key: string) {
  const answer = await people.post(`${company}/${kind}/batch`, { items }, { key });
  return {
    status: answer.status,
    reason: answer.body.reason,
    results: (answer.body['results'] ?? []) as readonly Record<string, unknown>[],
  };
}

async function eachHasOneApplication() {
  const seen = await Promise.all(sixty.map(({ externalId }) => people.get(`${company}/candidates/external:${externalId}`)));
  expect(seen.map(({ body }) => body['applications'])).toEqual(sixty.map((item) => [expect.objectContaining(item.application)]));
  const list = await people.get(`${company}/candidates?limit=100`);
  expect(list.body.items).toHaveLength(60);
}

const outcomes = (answers: readonly { readonly results: readonly Record<string, unknown>[] }[]) =>
  answers.flatMap(({ results }) => results.map(({ result }) => result));

describe('the same batch several times at once, under keys of its own', () => {
  it('of candidates with applications makes everybody once, and refuses nobody', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => batch('candidates', sixty, key)));
    expect(outcomes(answers)).toHaveLength(180);
    expect(new Set(outcomes(answers))).toEqual(new Set(['created', 'unchanged']));
    await eachHasOneApplication();
  });

  it('opens every application once for those who are known, and refuses none', async () => {
    await batch(
      'candidates',
      sixty.map(({ application: _, ...each }) => each),
      'people',
    );
    const items = sixty.map(({ externalId, application: each }) => ({ candidateId: `external:${externalId}`, ...each }));
    const answers = await Promise.all([
      batch('candidates', sixty, 'a'),
      batch('applications', items, 'b'),
      batch('applications', items, 'c'),
    ]);
    const all = outcomes(answers);
    expect(all.filter((result) => result === 'created' || result === 'updated')).toHaveLength(60);
    expect(all.filter((result) => result === 'unchanged')).toHaveLength(120);
    await eachHasOneApplication();
  });
});

describe('a person whose application’s name another command has claimed already', () => {
  async function claimed() {
    const ids = people.app.get(ApplicationIds, { strict: false });
    const candidateId = await people.app.get(CandidateIds, { strict: false }).fresh(freshCause(companyId), person(1).externalId);
    const its = { ...application(1), candidateId, applicationId: 'never-opened' };
    await ids.claim(its, freshCause(companyId));
    return { release: () => ids.release(companyId, its) };
  }

  it('is registered when that one gives up', async () => {
    const { release } = await claimed();
    const answer = batch('candidates', [person(1)], 'a');
    await pause(100);
    await release();
    expect((await answer).results).toMatchObject([{ result: 'created' }]);
  });

  it('is busy where that one was cut off', async () => {
    await claimed();
    const { results } = await batch('candidates', [person(1)], 'a');
    expect(results).toMatchObject([{ result: 'refused', refusal: { reason: 'external-id-busy', field: 'externalId' } }]);
  }, 15_000);
});

describe('the key of a batch', () => {
  it.each([
    ['candidates', person(1), person(2)],
    [
      'applications',
      { candidateId: 'external:applicant-1', ...application(2) },
      { candidateId: 'external:applicant-1', ...application(3) },
    ],
  ] as const)('of %s is refused with another body, before any item', async (kind, item, another) => {
    await batch('candidates', [person(1)], 'people');
    const first = await batch(kind, [item], 'key');
    expect(first).toMatchObject({ status: 200 });
    expect(await batch(kind, [item, another], 'key')).toMatchObject({ status: 422, reason: 'key-used-before' });
    expect(await batch(kind, [item], 'key')).toEqual(first);
    expect((await batch(kind, [another], 'other')).results).toMatchObject([{ result: 'created' }]);
  });

  it('leaves no trace in a company that is not there', async () => {
    const answer = await people.post(`/companies/${companyIdOf('nobody')}/candidates/batch`, { items: [person(1)] }, { key: 'key' });
    expect(answer).toMatchObject({ status: 404, body: { reason: 'not-found' } });
  });
});
