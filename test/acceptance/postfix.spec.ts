import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { Postfix, postfixLacks } from '#test/peers/postfix.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { writeMail } from '#test/service/mail.js';
import { type CompanyDesk, facts, factsOf, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { deliver } from '#test/service/smtp-client.js';
import { freePort } from '#test/service/started-service.js';

const address = 'jobs@acme.example';
const password = 'Pä=ss wörd+secret/42';
const lacking = postfixLacks();

if (lacking === undefined) describe('a company whose mail server is a Postfix', withPostfix);
else
  describe('a company whose mail server is a Postfix', () => {
    it.skip(`lacks ${lacking}`, () => undefined);
  });

function withPostfix() {
  let room: Mailroom;
  let desk: CompanyDesk;
  let postfix: Postfix;
  /** Where candidates have their mail. */
  let world: MisbehavingRelay;
  let authority: PrivateAuthority;

  beforeAll(async () => {
    world = await MisbehavingRelay.start();
    authority = await PrivateAuthority.create();
    const inboundPort = await freePort();
    // What the service sends to the company comes to the company's own door.
    const relay = `smtp://127.0.0.1:${String(inboundPort)}`;
    room = await Mailroom.open({ POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8', POSTSTELLE_SERVICE_RELAY: relay });
    desk = await room.company('acme');
    postfix = await Postfix.start({
      tls: await authority.issue('localhost'),
      user: { address, password },
      inboundPort,
      aliases: { [address]: desk.address },
      routes: { 'poststelle.test': room.service.smtpPort, 'home.example': world.port },
    });
    facts(await desk.post('/mailbox/individual-address', { address }));
  }, 60_000);

  afterAll(async () => {
    await postfix.stop();
    await room.close();
    await world.stop();
  });

  const connection = (port: number, more: object = {}) => ({
    host: 'localhost',
    port,
    account: address,
    password,
    certificateAuthority: authority.certificate,
    ...more,
  });

  it('R61, R66: hears why it is not connected, in the words of the server and without the password', async () => {
    const wrong = await desk.post(
      '/mailbox/smtp-connection',
      connection(postfix.submissionPort, { encryption: 'starttls', password: 'guessed' }),
    );
    expect(wrong).toMatchObject({ status: 422, body: { reason: 'login-refused', facts: { code: expect.stringContaining('535') } } });
    expect(JSON.stringify(wrong.body)).not.toContain('guessed');
    const plain = await desk.post('/mailbox/smtp-connection', connection(postfix.submissionPort, { encryption: 'smtps' }));
    expect(plain).toMatchObject({ status: 422 });
    const foreign = connection(postfix.submissionsPort, { encryption: 'smtps', certificateAuthority: undefined });
    expect(await desk.post('/mailbox/smtp-connection', foreign)).toMatchObject({
      status: 422,
      body: { reason: expect.stringContaining('certificate') },
    });
    expect(await desk.get('/mailbox')).toMatchObject({ channel: { value: 'service' } });
  });

  it.each([
    ['STARTTLS', 'starttls', () => postfix.submissionPort],
    ['TLS from the first octet', 'smtps', () => postfix.submissionsPort],
  ])('R5, R30: sends over it with SASL and %s', async (_, encryption, port) => {
    facts(await desk.post('/mailbox/smtp-connection', connection(port(), { encryption })));
    const { candidateId } = await desk.candidate({ addresses: [`anna-${encryption}@home.example`] });
    const { messageId } = await desk.write(candidateId);
    const mail = await eventually(
      async () => world.taken.find(({ to }) => to.includes(`anna-${encryption}@home.example`)),
      (found) => found !== undefined,
    );
    expect(mail).toMatchObject({
      from: expect.stringMatching(/^jobs(\+.*)?@acme\.example$/),
      messageId: `<${textOf(messageId)}@poststelle.test>`,
    });
    expect(headerOf(mail?.raw ?? '', 'From')).toBe('acme GmbH <jobs@acme.example>');
    expect(await desk.get(`/sent-messages/${textOf(messageId)}`)).toMatchObject({ tries: [{ channel: 'smtp', transport: 'smtp' }] });
    expect(postfix.log).toContain(`sasl_username=${address}`);
    facts(await desk.post('/mailbox/switch-to-service', {}));
  });

  it('R22, R23, R24: proves the redirect by its alias, through which applicants write to us', async () => {
    facts(await desk.post('/mailbox/smtp-connection', connection(postfix.submissionPort, { encryption: 'starttls' })));
    facts(await desk.post('/mailbox/redirect-test'));
    await eventually(
      () => desk.get('/mailbox'),
      ({ redirect }) => factsOf(redirect)['state'] === 'confirmed',
    );
    const raw = writeMail({ from: 'carla@home.example', to: address, subject: 'Work', text: 'Do you need a cook?' });
    expect(await deliver(postfix.inboundPort, { from: 'carla@home.example', to: [address], raw })).toMatchObject({ code: 250 });
    const [waiting] = await desk.listOf('/messages/to-assign', 1);
    expect(waiting).toMatchObject({ subject: 'Work' });
  });

  it('files its report of what it could not deliver on the message that bounced', async () => {
    world.next({ does: 'refuse', at: 'recipient', code: 550, text: '5.1.1 No such mailbox' });
    const { candidateId } = await desk.candidate({ addresses: ['gone@home.example'] });
    const { messageId } = await desk.write(candidateId);
    await eventually(
      () => desk.get(`/sent-messages/${textOf(messageId)}`),
      ({ reports }) => factsOf(reports)['bounced'] !== undefined,
    );
    expect(await desk.list('/messages/to-assign')).toHaveLength(1);
  });
}
