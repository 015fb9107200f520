import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { facts, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { OwnServer } from '#test/service/own-server.js';

const password = 'Pä=ss wörd+secret/42';

let room: Mailroom;
let authority: PrivateAuthority;
const servers: OwnServer[] = [];

beforeAll(async () => {
  authority = await PrivateAuthority.create();
  room = await Mailroom.open({ POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8', POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000' });
}, 60_000);

afterAll(async () => {
  await room.close();
  for (const server of servers) await server.stop();
});

async function submission(address: string): Promise<OwnServer> {
  const server = await OwnServer.start({ address, password }, authority);
  servers.push(server);
  return server;
}

describe('a connection that stops working', () => {
  async function broken(slug: string) {
    const desk = await room.company(slug);
    const address = `jobs@${slug}.example`;
    const server = await submission(address);
    await server.connect(desk);
    const { candidateId } = await desk.candidate();
    server.relay.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.8 Password expired' });
    const first = await desk.write(candidateId);
    await desk.sentMessage(first['messageId'], 'held');
    await eventually(
      () => desk.get('/mailbox'),
      ({ needsAttention }) => needsAttention !== undefined,
    );
    const second = await desk.write(candidateId);
    expect(second['warnings']).toContain('connection-needs-attention');
    await desk.sentMessage(second['messageId'], 'held');
    return { desk, server, messages: [first['messageId'], second['messageId']] };
  }

  it('holds its mail, says why, and sends it by itself once the password is renewed', async () => {
    const { desk, server, messages } = await broken('expired');
    expect(await desk.get('/mailbox')).toMatchObject({
      needsAttention: { reason: 'login-refused' },
      smtp: {
        state: 'needs-attention',
        impaired: { stage: 'login', code: '535 5.7.8', words: expect.stringContaining('Password expired') },
      },
    });
    expect(server.relay.taken).toEqual([]);
    expect(await desk.post('/mailbox/smtp-connection/password', { password })).toMatchObject({ status: 200 });
    for (const messageId of messages) await desk.sentMessage(messageId, 'accepted');
    expect(server.relay.taken).toHaveLength(2);
    expect(await desk.get('/mailbox')).toMatchObject({ smtp: { state: 'active' } });
  });

  it.each([
    ['a test mail', '/mailbox/test-mail'],
    ['a check', '/mailbox/smtp-connection/check'],
  ])('needs attention as soon as %s finds it out, and its password can be renewed in place', async (_, path) => {
    const slug = path.endsWith('check') ? 'checked' : 'tested';
    const desk = await room.company(slug);
    const server = await submission(`jobs@${slug}.example`);
    await server.connect(desk);
    server.relay.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.8 Password expired' });
    await desk.post(path, {});
    expect(await desk.get('/mailbox')).toMatchObject({
      needsAttention: { reason: 'login-refused' },
      smtp: {
        state: 'needs-attention',
        impaired: { stage: 'login', code: '535 5.7.8', words: expect.stringContaining('Password expired') },
      },
    });
    expect(await desk.post('/mailbox/smtp-connection/password', { password })).toMatchObject({ status: 200 });
    expect(facts(await desk.post('/mailbox/test-mail', {}))).toMatchObject({ outcome: 'accepted' });
    expect(await desk.get('/mailbox')).toMatchObject({ smtp: { state: 'active' } });
  });

  it('sends it over the service where an administrator says so', async () => {
    const { desk, server, messages } = await broken('rerouted');
    expect(await desk.post('/mailbox/switch-to-service', { waitingMail: 'send-by-service' })).toMatchObject({ status: 200 });
    for (const messageId of messages) await desk.sentMessage(messageId, 'written-to-local-outbox');
    const mail = await desk.outgoing(textOf(messages[0]));
    expect(headerOf(mail, 'From')).toContain('rerouted-jobs@poststelle.test');
    expect(server.relay.taken).toEqual([]);
  });

  it('keeps it waiting otherwise, until the connection is active again', async () => {
    const { desk, server, messages } = await broken('waiting');
    await desk.post('/mailbox/switch-to-service', {});
    const { candidateId } = await desk.candidate({ addresses: ['ben@home.example'] });
    const meanwhile = await desk.write(candidateId);
    await desk.sentMessage(meanwhile['messageId'], 'written-to-local-outbox');
    for (const messageId of messages) expect(await desk.get(`/sent-messages/${textOf(messageId)}`)).toMatchObject({ state: 'held' });
    expect(await desk.post('/mailbox/smtp-connection/activate')).toMatchObject({ status: 200 });
    for (const messageId of messages) await desk.sentMessage(messageId, 'accepted');
    expect(server.relay.taken).toHaveLength(2);
  });

  it('keeps mail that was not tried yet, too, until an administrator says otherwise', async () => {
    const desk = await room.company('untried');
    const server = await submission('jobs@untried.example');
    await server.connect(desk);
    const { candidateId } = await desk.candidate();
    await server.relay.stop();
    const tried = await desk.write(candidateId);
    await desk.sentMessage(tried['messageId'], 'deferred');
    const untried = await desk.write(candidateId);
    expect(await desk.post('/mailbox/switch-to-service', {})).toMatchObject({ status: 200 });
    for (const { messageId } of [tried, untried]) await desk.sentMessage(messageId, 'held', 'deferred', 'queued');

    expect(await desk.post('/mailbox/switch-to-service', { waitingMail: 'send-by-service' })).toMatchObject({ status: 200 });
    for (const { messageId } of [tried, untried])
      expect(await desk.sentMessage(messageId, 'written-to-local-outbox')).toMatchObject({
        tries: expect.arrayContaining([expect.objectContaining({ channel: 'service' })]),
      });
  });

  it('R90, R92: of a subsidiary that goes back to its company’s settings keeps its mail, or lets it go', async () => {
    const desk = await room.company('returning');
    const id = await desk.subsidiary('Returning North', 'north');
    const path = `/subsidiaries/${id}/mailbox`;
    const server = await submission('jobs@returning.example');
    await server.connect(desk, path);
    const { candidateId } = await desk.candidate({ subsidiaryId: id });
    server.relay.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.8 Password expired' });
    const { messageId } = await desk.write(candidateId);
    await desk.sentMessage(messageId, 'held');
    await desk.post(`${path}/switch-to-service`, {});
    expect(await desk.post(`${path}/inherit`)).toMatchObject({ status: 200 });
    const { messageId: later } = await desk.write(candidateId);
    await desk.sentMessage(later, 'written-to-local-outbox');
    expect(await desk.get(`/sent-messages/${textOf(messageId)}`)).toMatchObject({ state: 'held' });

    await desk.post(`${path}/switch-to-service`, { waitingMail: 'send-by-service' });
    expect(await desk.sentMessage(messageId, 'written-to-local-outbox')).toMatchObject({ tries: expect.arrayContaining([]) });
    expect(server.relay.taken).toEqual([]);
  });

  it('delays nobody else’s mail', async () => {
    const desk = await room.company('stalled');
    const server = await submission('jobs@stalled.example');
    await server.connect(desk);
    const { candidateId } = await desk.candidate();
    server.relay.next({ does: 'stall', at: 'recipient' });
    const stuck = await desk.write(candidateId);
    const other = await room.company('quick');
    const { candidateId: ben } = await other.candidate();
    for (const { messageId } of [await other.write(ben), await other.write(ben)])
      await other.sentMessage(messageId, 'written-to-local-outbox');
    expect(await desk.get(`/sent-messages/${textOf(stuck['messageId'])}`)).toMatchObject({ state: 'queued' });
  });
});
