import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay, type RelayOptions } from '#test/peers/misbehaving-relay.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { type CompanyDesk, type Facts, factsOf, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';

const password = 'Pä=ss wörd+secret/42';

let room: Mailroom;
/** Of one company. */
let authority: PrivateAuthority;
/** Whom the operator trusts for every company's server. */
let operators: PrivateAuthority;
let folder: string;
const servers: MisbehavingRelay[] = [];

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

/** A company's own submission server, with a certificate of the company's own authority. */
async function submission(address: string, options: RelayOptions = {}): Promise<MisbehavingRelay> {
  const tls = options.tls ?? (await authority.issue('localhost'));
  const server = await MisbehavingRelay.start({ login: { user: address, pass: password }, only: [address], ...options, tls });
  servers.push(server);
  return server;
}

function settingsFor(server: MisbehavingRelay, account: string, more: Facts = {}): Facts {
  return { host: 'localhost', port: server.port, account, password, certificateAuthority: authority.certificate, ...more };
}

async function connect(desk: CompanyDesk, path: string, address: string, server: MisbehavingRelay): Promise<Facts> {
  expect(await desk.post(`${path}/individual-address`, { address })).toMatchObject({ status: 200 });
  const connected = await desk.post(`${path}/smtp-connection`, settingsFor(server, address));
  expect(connected).toMatchObject({ status: 200 });
  return factsOf(connected.body);
}

function stateOf(desk: CompanyDesk, messageId: unknown, ...states: readonly string[]): Promise<Facts> {
  return eventually(
    () => desk.get(`/sent-messages/${textOf(messageId)}`),
    ({ state }) => states.includes(String(state)),
  );
}

describe('a company with a connection of its own', () => {
  it('R5, R19, R20, R30, R56, R59-R61, R89: sends from its own address over its own server, and asks for answers at the service address until a redirect is known to work', async () => {
    const desk = await room.company('own');
    const server = await submission('jobs@own.example');
    const connected = await connect(desk, '/mailbox', 'jobs@own.example', server);
    expect(connected['warnings']).toEqual([{ warning: 'replies-will-not-arrive' }]);
    const { candidateId } = await desk.candidate();
    const { messageId } = await desk.write(candidateId);
    const sent = await stateOf(desk, messageId, 'accepted');
    const [mail] = server.taken;
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
    await connect(desk, '/mailbox', 'jobs@fields.example', server);
    const again = await desk.post('/mailbox/smtp-connection', settingsFor(server, 'jobs@fields.example'));
    expect(again).toMatchObject({ status: 409, body: { reason: 'switch-to-service-first' } });
    expect(await desk.post('/mailbox/switch-to-service', {})).toMatchObject({ status: 200 });
    for (const field of ['host', 'port', 'account']) {
      const wanting = { ...settingsFor(server, 'jobs@fields.example'), [field]: undefined };
      expect(await desk.post('/mailbox/smtp-connection', wanting)).toMatchObject({ status: 400 });
    }
    expect(await desk.post('/mailbox/smtp-connection', settingsFor(server, 'jobs@fields.example', { encryption: 'none' }))).toMatchObject({
      status: 400,
    });
    expect(await desk.post('/mailbox/smtp-connection/activate')).toMatchObject({ status: 200 });
    expect(await desk.get('/mailbox')).toMatchObject({ channel: { value: 'smtp' } });
  });

  it('R66: is trusted with a certificate of the operator’s authority, or of its own, and with nobody else’s', async () => {
    const desk = await room.company('trusting');
    const address = 'jobs@trusting.example';
    expect(await desk.post('/mailbox/individual-address', { address })).toMatchObject({ status: 200 });
    const known = await submission(address, { tls: await operators.issue('localhost') });
    const foreign = await submission(address, { tls: await (await PrivateAuthority.create('Unknown Root')).issue('localhost') });
    const connectTo = (server: MisbehavingRelay) =>
      desk.post('/mailbox/smtp-connection', settingsFor(server, address, { certificateAuthority: undefined }));

    expect(await connectTo(foreign)).toMatchObject({ status: 422, body: { reason: 'certificate-refused', facts: { stage: 'tls' } } });
    expect(await connectTo(known)).toMatchObject({ status: 200 });
    const { candidateId } = await desk.candidate();
    const { messageId } = await desk.write(candidateId);
    await stateOf(desk, messageId, 'accepted');
    expect(known.taken).toMatchObject([{ from: address, to: ['anna@home.example'] }]);
    expect(foreign.taken).toEqual([]);
  });

  it('S39: does not take the mask of a form for its password, and leaves the channel as it was', async () => {
    const desk = await room.company('mask');
    const server = await submission('jobs@mask.example');
    await connect(desk, '/mailbox', 'jobs@mask.example', server);
    await desk.post('/mailbox/switch-to-service', {});
    const masked = await desk.post('/mailbox/smtp-connection', settingsFor(server, 'jobs@mask.example', { password: '••••••••' }));
    expect(masked).toMatchObject({ status: 422, body: { reason: 'password-is-a-mask', field: 'password' } });
    const kept = await desk.post('/mailbox/smtp-connection', settingsFor(server, 'jobs@mask.example', { password: undefined }));
    expect(kept).toMatchObject({ status: 200 });
  });

  it('a changed host never sees the stored password', async () => {
    const desk = await room.company('host');
    const [server, other] = [await submission('jobs@host.example'), await submission('jobs@host.example')];
    await connect(desk, '/mailbox', 'jobs@host.example', server);
    await desk.post('/mailbox/switch-to-service', {});
    for (const more of [{ port: other.port }, { host: '127.0.0.1' }, { encryption: 'starttls' }, { account: 'JOBS@host.example' }]) {
      const changed = await desk.post(
        '/mailbox/smtp-connection',
        settingsFor(server, 'jobs@host.example', { password: undefined, ...more }),
      );
      expect(changed).toMatchObject({ status: 422, body: { reason: 'password-needed-again' } });
    }
    expect(other.connections).toBe(0);
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
    server.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.139 SmtpClientAuthentication is disabled for the Tenant.' });
    const refused = await desk.post('/mailbox/smtp-connection', settingsFor(server, 'jobs@refused.example'));
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

describe('a connection that stops working', () => {
  async function broken(slug: string) {
    const desk = await room.company(slug);
    const address = `jobs@${slug}.example`;
    const server = await submission(address);
    await connect(desk, '/mailbox', address, server);
    const { candidateId } = await desk.candidate();
    server.next({ does: 'refuse', at: 'login', code: 535, text: '5.7.8 Password expired' });
    const first = await desk.write(candidateId);
    await stateOf(desk, first['messageId'], 'held');
    await eventually(
      () => desk.get('/mailbox'),
      ({ needsAttention }) => needsAttention !== undefined,
    );
    const second = await desk.write(candidateId);
    expect(second['warnings']).toContain('connection-needs-attention');
    await stateOf(desk, second['messageId'], 'held');
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
    expect(server.taken).toEqual([]);
    expect(await desk.post('/mailbox/smtp-connection/password', { password })).toMatchObject({ status: 200 });
    for (const messageId of messages) await stateOf(desk, messageId, 'accepted');
    expect(server.taken).toHaveLength(2);
    expect(await desk.get('/mailbox')).toMatchObject({ smtp: { state: 'active' } });
  });

  it('sends it over the service where an administrator says so', async () => {
    const { desk, server, messages } = await broken('rerouted');
    expect(await desk.post('/mailbox/switch-to-service', { waitingMail: 'send-by-service' })).toMatchObject({ status: 200 });
    for (const messageId of messages) await stateOf(desk, messageId, 'written-to-local-outbox');
    const mail = await desk.outgoing(textOf(messages[0]));
    expect(headerOf(mail, 'From')).toContain('rerouted-jobs@poststelle.test');
    expect(server.taken).toEqual([]);
  });

  it('keeps it waiting otherwise, until the connection is active again', async () => {
    const { desk, server, messages } = await broken('waiting');
    await desk.post('/mailbox/switch-to-service', {});
    const { candidateId } = await desk.candidate({ addresses: ['ben@home.example'] });
    const meanwhile = await desk.write(candidateId);
    await stateOf(desk, meanwhile['messageId'], 'written-to-local-outbox');
    for (const messageId of messages) expect(await desk.get(`/sent-messages/${textOf(messageId)}`)).toMatchObject({ state: 'held' });
    expect(await desk.post('/mailbox/smtp-connection/activate')).toMatchObject({ status: 200 });
    for (const messageId of messages) await stateOf(desk, messageId, 'accepted');
    expect(server.taken).toHaveLength(2);
  });

  it('delays nobody else’s mail', async () => {
    const desk = await room.company('stalled');
    const server = await submission('jobs@stalled.example');
    await connect(desk, '/mailbox', 'jobs@stalled.example', server);
    const { candidateId } = await desk.candidate();
    server.next({ does: 'stall', at: 'recipient' });
    const stuck = await desk.write(candidateId);
    const other = await room.company('quick');
    const { candidateId: ben } = await other.candidate();
    for (const { messageId } of [await other.write(ben), await other.write(ben)])
      await stateOf(other, messageId, 'written-to-local-outbox');
    expect(await desk.get(`/sent-messages/${textOf(stuck['messageId'])}`)).toMatchObject({ state: 'queued' });
  });
});

describe('subsidiaries', () => {
  it('S30, R90, R91: each sends from its own address, or from its company’s, and back', async () => {
    const desk = await room.company('group');
    const [parent, north] = [await submission('jobs@group.example'), await submission('jobs@north.example')];
    await connect(desk, '/mailbox', 'jobs@group.example', parent);
    const ids = { north: await desk.subsidiary('Group North', 'north'), south: await desk.subsidiary('Group South', 'south') };
    const path = `/subsidiaries/${ids.north}/mailbox`;
    const draft = await desk.post(`${path}/individual-address`, { address: 'jobs@north.example' });
    expect(draft).toMatchObject({ status: 200 });
    const anna = await desk.candidate({ addresses: ['anna@home.example'], subsidiaryId: ids.north });
    const ben = await desk.candidate({ name: 'Ben', addresses: ['ben@home.example'], subsidiaryId: ids.south });

    const asDraft = await desk.write(anna.candidateId);
    expect(await stateOf(desk, asDraft['messageId'], 'accepted')).toMatchObject({
      tries: [{ from: { address: 'jobs@group.example' }, supplied: { address: { why: 'inherited' } } }],
    });
    expect(await desk.post(`${path}/smtp-connection`, settingsFor(north, 'jobs@north.example'))).toMatchObject({ status: 200 });
    const own = await desk.write(anna.candidateId);
    expect(await stateOf(desk, own['messageId'], 'accepted')).toMatchObject({
      tries: [{ from: { name: 'Group North', address: 'jobs@north.example' }, supplied: { address: { why: 'own' } } }],
    });
    const inherited = await desk.write(ben.candidateId);
    expect(await stateOf(desk, inherited['messageId'], 'accepted')).toMatchObject({
      tries: [{ from: { name: 'group GmbH', address: 'jobs@group.example' }, supplied: { address: { why: 'inherited' } } }],
    });
    expect([parent, north].map(({ taken }) => taken.map(({ from }) => from))).toEqual([
      ['jobs@group.example', 'jobs@group.example'],
      ['jobs@north.example'],
    ]);

    await desk.post(`${path}/switch-to-service`, {});
    await desk.post(`${path}/inherit`);
    const back = await desk.write(anna.candidateId);
    expect(await stateOf(desk, back['messageId'], 'accepted')).toMatchObject({ tries: [{ from: { address: 'jobs@group.example' } }] });
  });
});

describe('passwords', () => {
  it('are in no log, event, answer or file, in whatever form', async () => {
    const utf8 = Buffer.from(password, 'utf8');
    const quoted = password.replaceAll(/[^A-Za-z0-9+/]/g, (char) =>
      [...Buffer.from(char)].map((octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
    const forms = [password, utf8.toString('base64'), encodeURIComponent(password), quoted];
    expect(forms.filter((form) => room.service.output.includes(form))).toEqual([]);
    const found = filesIn(room.service.dataDirectory).filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(Buffer.from(form, 'utf8')));
    });
    expect(found).toEqual([]);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}
