import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectionDesk, refusesLogin } from '#test/mailbox/connection-desk.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { SendingModule } from '../../messaging/sending.module.js';

const newFolder = temporaryFolders();
const minute = 60_000;
const running: ConnectionDesk[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

async function deskOfTwo(): Promise<ConnectionDesk> {
  const desk = await ConnectionDesk.open(newFolder(), SendingModule);
  running.push(desk);
  await desk.register('globex');
  return desk;
}

/** The statuses of one after the other. */
async function times(count: number, ask: (index: number) => Promise<{ readonly status: number }>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) statuses.push((await ask(index)).status);
  return statuses;
}

const tooMany = (again: string) => ({ status: 429, body: { reason: 'too-many-connection-attempts', facts: { again } } });

describe('a company that asks servers by the dozen', () => {
  it('is stopped after 30 within 10 minutes, and only that company', async () => {
    const desk = await deskOfTwo();
    for (const slug of ['acme', 'globex']) await desk.post('/individual-address', { address: 'jobs@acme.example' }, { slug });
    desk.server = async () => refusesLogin;
    expect(new Set(await times(30, (index) => desk.establish(`guess-${index}`)))).toEqual(new Set([422]));
    const tooOften = await desk.establish('guess-30');
    expect(tooOften).toMatchObject({ ...tooMany('2026-03-02T08:10:00.000Z'), retryAfter: 'Mon, 02 Mar 2026 08:10:00 GMT' });
    expect(desk.tried).toHaveLength(30);
    expect(await desk.establish('guess', 'globex')).toMatchObject({ status: 422, body: { reason: 'login-refused' } });
    desk.clock.later(10 * minute - 1);
    expect(await desk.establish('guess-30')).toMatchObject({ status: 429 });
    desk.clock.later(1);
    expect(await desk.establish('guess-30')).toMatchObject({ status: 422, body: { reason: 'login-refused' } });
  });

  it('is stopped whether it sets up, renews a password or checks', async () => {
    const desk = await deskOfTwo();
    await desk.connect('p4ss');
    await desk.needsAttention();
    desk.server = async () => refusesLogin;
    await times(14, () => desk.post('/smtp-connection/check'));
    await times(15, (index) => desk.post('/smtp-connection/password', { password: `guess-${index}` }));
    expect(desk.tried).toHaveLength(30);
    expect(await desk.post('/smtp-connection/check')).toMatchObject(tooMany('2026-03-02T08:10:00.000Z'));
    expect(await desk.post('/smtp-connection/password', { password: 'guess' })).toMatchObject({ status: 429 });
    expect(desk.tried).toHaveLength(30);
  });
});

describe('a company that sends test mails by the dozen', () => {
  const mail = (desk: ConnectionDesk, key: string, slug?: string) =>
    desk.post('/test-mail', { recipient: 'it@acme.example' }, { key, ...(slug === undefined ? {} : { slug }) });

  it('R84: is stopped after 20 within 10 minutes, and only that company', async () => {
    const desk = await deskOfTwo();
    expect(new Set(await times(20, (index) => mail(desk, `test-${index}`)))).toEqual(new Set([200]));
    expect(await mail(desk, 'test-20')).toMatchObject(tooMany('2026-03-02T08:10:00.000Z'));
    expect((await desk.get('/tests')).body.items).toHaveLength(20);
    expect(await mail(desk, 'test', 'globex')).toMatchObject({ status: 200 });
    desk.clock.later(10 * minute - 1);
    expect(await mail(desk, 'test-20')).toMatchObject({ status: 429 });
    desk.clock.later(1);
    expect(await mail(desk, 'test-20')).toMatchObject({ status: 200 });
  });

  it('is answered as the first time under the same key, which takes nothing of the 20', async () => {
    const desk = await deskOfTwo();
    expect(new Set(await times(21, () => mail(desk, 'the-same')))).toEqual(new Set([200]));
    expect((await desk.get('/tests')).body.items).toHaveLength(1);
    expect(await mail(desk, 'another')).toMatchObject({ status: 200 });
  });
});
