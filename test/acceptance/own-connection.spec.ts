import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { type Facts, factsOf, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { OwnServer } from '#test/service/own-server.js';

const password = 'Pä=ss wörd+secret/42';

let room: Mailroom;
/** Of one company. */
let authority: PrivateAuthority;
/** Whom the operator trusts for every company's server. */
let operators: PrivateAuthority;
let folder: string;
const servers: OwnServer[] = [];

beforeAll(async () => {
  [authority, operators] = await Promise.all([PrivateAuthority.create('Acme Root'), PrivateAuthority.create('Operator Root')]);
  folder = mkdtempSync(join(tmpdir(), 'poststelle-authority-'));
  const authorityFile = join(folder, 'operators.pem');
  writeFileSync(authorityFile, operators.certificate);
  room = await Mailroom.open({
    POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8',
    POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000',
    POSTSTELLE_SMTP_CA: authorityFile,
  });
}, 60_000);

afterAll(async () => {
  await room.close();
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});

async function submission(address: string, of = authority): Promise<OwnServer> {
  const server = await OwnServer.start({ address, password }, of);
  servers.push(server);
  return server;
}

describe('a company with a connection of its own', () => {
  it('R5, R19, R20, R30, R56, R59-R61, R89: sends from its own address over its own server, and asks for answers at the service address until a redirect is known to work', async () => {
    const desk = await room.company('own');
    const server = await submission('jobs@own.example');
    const connected = await server.connect(desk);
    expect(connected['warnings']).toEqual([{ warning: 'replies-will-not-arrive' }]);
    const { candidateId } = await desk.candidate();
    const { messageId } = await desk.write(candidateId);
    const sent = await desk.sentMessage(messageId, 'accepted');
    const [mail] = server.relay.taken;
    expect(mail).toMatchObject({
      from: 'jobs@own.example',
      to: ['anna@home.example'],
      messageId: `<${textOf(messageId)}@poststelle.test>`,
    });
    expect(headerOf(mail?.raw ?? '', 'From')).toBe('own GmbH <jobs@own.example>');
    expect(headerOf(mail?.raw ?? '', 'Reply-To')).toMatch(/^own-jobs\+[a-z2-7]{16}@poststelle\.test$/);
    const supplied = { why: 'own' };
    expect(sent['tries']).toMatchObject([{ transport: 'smtp', channel: 'smtp', supplied: { channel: supplied, address: supplied } }]);
    const settings = await eventually(
      () => desk.get('/mailbox'),
      ({ smtp }) => factsOf(smtp)['state'] === 'active',
    );
    expect(settings).toMatchObject({
      channel: { value: 'smtp' },
      address: { value: 'jobs@own.example' },
      individualAddress: { state: 'connected' },
    });
    expect(JSON.stringify(settings)).toContain('own-server-own-delivery');
  });

  it('R55, R62-R73: changes its settings over the service only, wants every field, and goes back without typing anything', async () => {
    const desk = await room.company('fields');
    const server = await submission('jobs@fields.example');
    await server.connect(desk);
    const again = await desk.post('/mailbox/smtp-connection', server.settings());
    expect(again).toMatchObject({ status: 409, body: { reason: 'switch-to-service-first' } });
    expect(await desk.post('/mailbox/switch-to-service', {})).toMatchObject({ status: 200 });
    for (const field of ['host', 'port', 'account']) {
      const wanting = { ...server.settings(), [field]: undefined };
      expect(await desk.post('/mailbox/smtp-connection', wanting)).toMatchObject({ status: 400 });
    }
    expect(await desk.post('/mailbox/smtp-connection', server.settings({ encryption: 'none' }))).toMatchObject({
      status: 400,
    });
    expect(await desk.post('/mailbox/smtp-connection/activate')).toMatchObject({ status: 200 });
    expect(await desk.get('/mailbox')).toMatchObject({ channel: { value: 'smtp' } });
  });

  it('R66: is trusted with a certificate of the operator’s authority, or of its own, and with nobody else’s', async () => {
    const desk = await room.company('trusting');
    const address = 'jobs@trusting.example';
    expect(await desk.post('/mailbox/individual-address', { address })).toMatchObject({ status: 200 });
    const known = await submission(address, operators);
    const foreign = await submission(address, await PrivateAuthority.create('Unknown Root'));
    const connectTo = (server: OwnServer) => desk.post('/mailbox/smtp-connection', server.settings({ certificateAuthority: undefined }));

    expect(await connectTo(foreign)).toMatchObject({ status: 422, body: { reason: 'certificate-refused', facts: { stage: 'tls' } } });
    expect(await connectTo(known)).toMatchObject({ status: 200 });
    const { candidateId } = await desk.candidate();
    const { messageId } = await desk.write(candidateId);
    await desk.sentMessage(messageId, 'accepted');
    expect(known.relay.taken).toMatchObject([{ from: address, to: ['anna@home.example'] }]);
    expect(foreign.relay.taken).toEqual([]);
  });

  it('what was refused is corrected under the same key, as often as it takes, and each refusal is a test of its own', async () => {
    const desk = await room.company('typing');
    const server = await submission('jobs@typing.example');
    await server.enterAddress(desk);
    const connect = (more: object) => desk.post('/mailbox/smtp-connection', server.settings({ ...more }), { key: 'typing-1' });
    expect(await connect({ host: 'mial.typing.invalid' })).toMatchObject({ status: 422, body: { reason: 'host-not-found' } });
    for (const wrong of ['wrong', 'wrong again', 'wrong again'])
      expect(await connect({ password: wrong })).toMatchObject({ status: 422, body: { reason: 'login-refused' } });
    expect(await connect({})).toMatchObject({ status: 200 });
    expect(await desk.list('/mailbox/tests')).toMatchObject([
      { outcome: 'login-refused' },
      { outcome: 'login-refused' },
      { outcome: 'login-refused' },
      { outcome: 'host-not-found' },
    ]);
  });

  it('takes no private key for a certificate, and keeps nothing of it', async () => {
    const desk = await room.company('keys');
    const server = await submission('jobs@keys.example');
    await server.enterAddress(desk);
    const { key } = await authority.issue('localhost');
    for (const [pem, reason] of [
      [`${key}\n${authority.certificate}`, 'certificate-authority-with-key'],
      ['My notes', 'certificate-authority-unreadable'],
      ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'certificate-authority-unreadable'],
    ] as const)
      expect(await desk.post('/mailbox/smtp-connection', server.settings({ certificateAuthority: pem }))).toMatchObject({
        status: 422,
        body: { reason, field: 'certificateAuthority' },
      });
    expect(server.relay.connections).toBe(0);
    const chain = `Bag Attributes\r\nsubject=CN = Acme Root\r\n${operators.certificate}\n${authority.certificate.replaceAll('\n', '\r\n')}\n`;
    expect(await desk.post('/mailbox/smtp-connection', server.settings({ certificateAuthority: chain }))).toMatchObject({ status: 200 });
  });

  it('S39: does not take the mask of a form for its password, and leaves the channel as it was', async () => {
    const desk = await room.company('mask');
    const server = await submission('jobs@mask.example');
    await server.connect(desk);
    await desk.post('/mailbox/switch-to-service', {});
    const masked = await desk.post('/mailbox/smtp-connection', server.settings({ password: '••••••••' }));
    expect(masked).toMatchObject({ status: 422, body: { reason: 'password-is-a-mask', field: 'password' } });
    const kept = await desk.post('/mailbox/smtp-connection', server.settings({ password: undefined }));
    expect(kept).toMatchObject({ status: 200 });
  });

  it('a changed host never sees the stored password', async () => {
    const desk = await room.company('host');
    const [server, other] = [await submission('jobs@host.example'), await submission('jobs@host.example')];
    await server.connect(desk);
    await desk.post('/mailbox/switch-to-service', {});
    for (const more of [{ port: other.relay.port }, { host: '127.0.0.1' }, { encryption: 'starttls' }, { account: 'JOBS@host.example' }]) {
      const changed = await desk.post('/mailbox/smtp-connection', server.settings({ password: undefined, ...more }));
      expect(changed).toMatchObject({ status: 422, body: { reason: 'password-needed-again' } });
    }
    expect(other.relay.connections).toBe(0);
  });

  it('S36: reaches nothing inside, however it is written, and learns nothing of it', async () => {
    const desk = await room.company('inside');
    await desk.post('/mailbox/individual-address', { address: 'jobs@inside.example' });
    for (const host of [
      '169.254.169.254',
      '0xa9fea9fe',
      '2852039166',
      '0251.0376.0251.0376',
      '[::1]',
      '::ffff:10.0.0.1',
      '10.0.0.1',
      '192.168.1.1',
    ]) {
      const refused = await desk.post('/mailbox/smtp-connection', { host, port: 587, account: 'jobs@inside.example', password });
      expect(refused).toMatchObject({ status: 422, body: { reason: 'host-not-allowed' } });
    }
  });

  it('R87, R88: is told why a server cannot be used, in words that can be forwarded, and stays with the service', async () => {
    const desk = await room.company('refused');
    const server = await submission('jobs@refused.example');
    await desk.post('/mailbox/individual-address', { address: 'jobs@refused.example' });
    server.relay.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.139 SmtpClientAuthentication is disabled for the Tenant.' });
    const refused = await desk.post('/mailbox/smtp-connection', server.settings());
    expect(refused).toMatchObject({
      status: 422,
      body: {
        reason: 'login-refused',
        facts: { stage: 'login', code: '535 5.7.139', words: expect.stringContaining('disabled for the Tenant') },
      },
    });
    expect(await desk.get('/mailbox')).toMatchObject({ channel: { value: 'service' } });
  });
});

describe('subsidiaries', () => {
  it('S30, R90, R91: each sends from its own address, or from its company’s, and back', async () => {
    const desk = await room.company('group');
    const [parent, north] = [await submission('jobs@group.example'), await submission('jobs@north.example')];
    await parent.connect(desk);
    const ids = { north: await desk.subsidiary('Group North', 'north'), south: await desk.subsidiary('Group South', 'south') };
    const path = `/subsidiaries/${ids.north}/mailbox`;
    const draft = await desk.post(`${path}/individual-address`, { address: 'jobs@north.example' });
    expect(draft).toMatchObject({ status: 200 });
    const anna = await desk.candidate({ addresses: ['anna@home.example'], subsidiaryId: ids.north });
    const ben = await desk.candidate({ name: 'Ben', addresses: ['ben@home.example'], subsidiaryId: ids.south });

    const asDraft = await desk.write(anna.candidateId);
    expect(await desk.sentMessage(asDraft['messageId'], 'accepted')).toMatchObject({
      tries: [{ from: { address: 'jobs@group.example' }, supplied: { address: { why: 'inherited' } } }],
    });
    expect(await desk.post(`${path}/smtp-connection`, north.settings())).toMatchObject({ status: 200 });
    const own = await desk.write(anna.candidateId);
    expect(await desk.sentMessage(own['messageId'], 'accepted')).toMatchObject({
      tries: [{ from: { name: 'Group North', address: 'jobs@north.example' }, supplied: { address: { why: 'own' } } }],
    });
    const inherited = await desk.write(ben.candidateId);
    expect(await desk.sentMessage(inherited['messageId'], 'accepted')).toMatchObject({
      tries: [{ from: { name: 'group GmbH', address: 'jobs@group.example' }, supplied: { address: { why: 'inherited' } } }],
    });
    await desk.post(`/subsidiaries/${ids.south}/mailbox/sender-name`, { senderName: 'company' });
    const named = await desk.write(ben.candidateId);
    const [nameOnly] = listOf((await desk.sentMessage(named['messageId'], 'accepted'))['tries']);
    expect(nameOnly).toMatchObject({ from: { name: 'Group South', address: 'jobs@group.example' } });
    const suppliers = factsOf(nameOnly?.['supplied']);
    const [company, south] = [
      (await desk.get('/mailbox'))['mailboxId'],
      (await desk.get(`/subsidiaries/${ids.south}/mailbox`))['mailboxId'],
    ];
    expect(suppliers).toEqual({
      channel: { mailboxId: company, why: 'inherited' },
      address: { mailboxId: company, why: 'inherited' },
      name: { mailboxId: south, why: 'own' },
    });
    expect([parent, north].map(({ relay }) => relay.taken.map(({ from }) => from))).toEqual([
      ['jobs@group.example', 'jobs@group.example', 'jobs@group.example'],
      ['jobs@north.example'],
    ]);

    await desk.post(`${path}/switch-to-service`, {});
    await desk.post(`${path}/inherit`);
    const back = await desk.write(anna.candidateId);
    expect(await desk.sentMessage(back['messageId'], 'accepted')).toMatchObject({ tries: [{ from: { address: 'jobs@group.example' } }] });
  });
});

function listOf(value: unknown): readonly Facts[] {
  return Array.isArray(value) ? value.map(factsOf) : [];
}
