import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConnectionDesk, refusesLogin, takes } from '#test/mailbox/connection-desk.js';
import { eventually } from '#test/service/eventually.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
const day = 24 * 3_600_000;
let desk: ConnectionDesk;

beforeEach(async () => {
  desk = await ConnectionDesk.open(newFolder());
});
afterEach(async () => {
  await desk.close();
});

const typesOf = async () => (await desk.facts()).map(({ type }) => type);
const readable = (...passwords: readonly string[]) =>
  eventually(
    async () => desk.vault.readable,
    (found) => JSON.stringify(found) === JSON.stringify(passwords),
  );

describe('a password', () => {
  it('is destroyed at once with its connection, which nothing leads back to', async () => {
    await desk.connect('p4ss');
    await desk.post('/switch-to-service');
    await desk.work.stop();
    expect(desk.vault.readable).toEqual(['p4ss']);
    expect(await desk.post('/smtp-connection/disconnect')).toMatchObject({ status: 200 });
    expect(desk.vault.readable).toEqual([]);
    expect((await desk.facts()).at(-1)).toMatchObject({ type: 'ChannelDisconnected', data: { why: 'asked' } });
    const activated = await desk.post('/smtp-connection/activate');
    expect(activated).toMatchObject({ status: 409, body: { reason: 'smtp-not-configured' } });
    expect(desk.tried).toEqual(['p4ss']);
  });

  it('is destroyed soon where a fault kept it from being destroyed at once', async () => {
    await desk.connect('p4ss');
    await desk.post('/switch-to-service');
    jest.spyOn(desk.vault, 'destroy').mockRejectedValueOnce(new Error('The vault is away.'));
    await desk.post('/smtp-connection/disconnect');
    await readable();
  });

  it('gives way to the one that renews it, for which mail leaves over a session of its own', async () => {
    await desk.connect('old');
    const before = await desk.connection();
    await desk.needsAttention();
    expect(await desk.post('/smtp-connection/password', { password: 'new' })).toMatchObject({ status: 200 });
    await readable('new');
    const after = await desk.connection();
    expect(after).toMatchObject({ password: 'new' });
    expect(after?.connectionId).not.toBe(before?.connectionId);
  });

  it('gives way to the one that replaces it when the connection is set up anew', async () => {
    await desk.connect('old');
    await desk.post('/switch-to-service');
    expect(await desk.establish('new')).toMatchObject({ status: 200 });
    await readable('new');
    expect(await desk.connection()).toMatchObject({ password: 'new' });
  });

  it('is kept, and no other one, where the server refuses the new one', async () => {
    await desk.connect('old');
    await desk.needsAttention();
    desk.server = async () => refusesLogin;
    expect(await desk.post('/smtp-connection/password', { password: 'wrong' })).toMatchObject({ status: 422 });
    expect(desk.vault.readable).toEqual(['old']);
  });

  it('is not kept where the address was changed while the server was asked', async () => {
    await desk.post('/individual-address', { address: 'jobs@acme.example' });
    desk.server = async () => {
      await desk.post('/individual-address', { address: 'work@acme.example' });
      return takes;
    };
    const refused = await desk.establish('p4ss');
    expect(refused).toMatchObject({ status: 422, body: { reason: 'account-is-not-the-individual-address' } });
    expect(desk.vault.readable).toEqual([]);
    expect(await typesOf()).not.toContain('SmtpConnectionEstablished');
  });

  it('is not kept where the connection was left while the server was asked for its renewal', async () => {
    await desk.connect('old');
    await desk.needsAttention();
    desk.server = async () => {
      await desk.post('/switch-to-service');
      return takes;
    };
    const refused = await desk.post('/smtp-connection/password', { password: 'new' });
    expect(refused).toMatchObject({ status: 409, body: { reason: 'smtp-not-active' } });
    expect(desk.vault.readable).toEqual(['old']);
  });
});

describe('a password that nobody used for 90 days', () => {
  const unused = async () => (await desk.work.status()).find(({ name }) => name === 'unused_connections_to_disconnect');

  async function left(): Promise<void> {
    await desk.connect('p4ss');
    await desk.post('/switch-to-service');
    await eventually(unused, (found) => found?.due === 1);
  }

  it('is destroyed with its connection, and the history says why', async () => {
    await left();
    desk.clock.later(90 * day - 1);
    expect(await unused()).toMatchObject({ due: 1, oldestDueSeconds: 0 });
    expect(desk.vault.readable).toEqual(['p4ss']);
    desk.clock.later(1);
    await readable();
    expect((await desk.facts()).at(-1)).toMatchObject({ type: 'ChannelDisconnected', data: { channel: 'smtp', why: 'unused' } });
    expect(await desk.connection()).toBeUndefined();
    const activated = await desk.post('/smtp-connection/activate');
    expect(activated).toMatchObject({ status: 409, body: { reason: 'smtp-not-configured' } });
  });

  it('is kept where the company went back to it before', async () => {
    await left();
    desk.clock.later(89 * day);
    expect(await desk.post('/smtp-connection/activate')).toMatchObject({ status: 200 });
    await eventually(unused, (found) => found?.due === 0);
    desk.clock.later(90 * day);
    expect(await unused()).toMatchObject({ due: 0 });
    expect(desk.vault.readable).toEqual(['p4ss']);
    expect(await typesOf()).not.toContain('ChannelDisconnected');
  });
});
