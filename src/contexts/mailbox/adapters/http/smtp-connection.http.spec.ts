import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionDesk, refusesLogin } from '#test/mailbox/connection-desk.js';
import { temporaryFolders } from '#test/temporary-folder.js';

const newFolder = temporaryFolders();
let desk: ConnectionDesk;

beforeEach(async () => {
  desk = await ConnectionDesk.open(newFolder());
});
afterEach(async () => {
  await desk.close();
});

describe('a check of the connection', () => {
  it('restores what needed attention once the server takes login and sender again', async () => {
    await desk.connect('p4ss');
    await desk.needsAttention();
    expect((await desk.get()).body).toMatchObject({ needsAttention: { reason: 'login-refused' }, smtp: { state: 'needs-attention' } });
    expect(await desk.post('/smtp-connection/check')).toMatchObject({ status: 200 });
    expect(desk.tried).toEqual(['p4ss', 'p4ss']);
    const { body } = await desk.get();
    expect(body).toMatchObject({ channel: { value: 'smtp' }, smtp: { state: 'unproven' } });
    expect(body['needsAttention']).toBeUndefined();
  });

  it('R87: tells why the server refuses, keeps that as a test, and leaves the connection as it was', async () => {
    await desk.connect('p4ss');
    await desk.needsAttention();
    desk.server = async () => refusesLogin;
    const refused = await desk.post('/smtp-connection/check');
    expect(refused).toMatchObject({ status: 422, body: { reason: 'login-refused', facts: { stage: 'login', code: '535 5.7.8' } } });
    expect((await desk.get('/tests')).body.items).toMatchObject([{ succeeded: false, outcome: 'login-refused', transport: 'probe' }]);
    expect((await desk.get()).body).toMatchObject({ channel: { value: 'smtp' }, smtp: { state: 'needs-attention' } });
  });

  it('is of an active connection only', async () => {
    await desk.connect('p4ss');
    await desk.post('/switch-to-service');
    expect(await desk.post('/smtp-connection/check')).toMatchObject({ status: 409, body: { reason: 'smtp-not-active' } });
    expect(desk.tried).toEqual(['p4ss']);
  });
});

describe('disconnecting', () => {
  it('R55: forgets the connection once it was left for the service', async () => {
    await desk.connect('p4ss');
    const refused = await desk.post('/smtp-connection/disconnect');
    expect(refused).toMatchObject({ status: 409, body: { reason: 'switch-to-service-first' } });
    expect((await desk.get()).body).toMatchObject({ smtp: { host: 'mail.acme.example', state: 'unproven' } });
    await desk.post('/switch-to-service');
    expect(await desk.post('/smtp-connection/disconnect')).toMatchObject({ status: 200 });
    const { body } = await desk.get();
    expect(body['smtp']).toBeUndefined();
    expect(body).toMatchObject({ channel: { value: 'service' }, individualAddress: { address: 'jobs@acme.example' } });
  });
});
