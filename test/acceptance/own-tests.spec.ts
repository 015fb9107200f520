import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { type CompanyDesk, facts, factsOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { OwnServer } from '#test/service/own-server.js';

const password = 'Pä=ss wörd+secret/42';

let room: Mailroom;
let relay: MisbehavingRelay;
let authority: PrivateAuthority;

beforeAll(async () => {
  relay = await MisbehavingRelay.start();
  authority = await PrivateAuthority.create();
  room = await Mailroom.open({ POSTSTELLE_SERVICE_RELAY: relay.url, POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8' });
}, 60_000);

afterAll(async () => {
  await room.close();
  await relay.stop();
});

interface Passing {
  readonly envelopeSender?: string;
  readonly rewrite: (raw: string) => string;
}

const asItIs: Passing = { rewrite: (raw) => raw };

/** As a redirect does: the mail goes on as it is, to another envelope recipient. */
async function redirected(messageId: RegExp, to: string, { envelopeSender, rewrite }: Passing = asItIs): Promise<void> {
  const mail = await eventually(
    async () => relay.taken.findLast((taken) => messageId.test(taken.messageId)),
    (found) => found !== undefined,
  );
  expect((await room.sendRaw(rewrite(mail?.raw ?? ''), to, envelopeSender ?? mail?.from ?? '')).code).toBe(250);
}

function redirectOf(desk: CompanyDesk, path = '/mailbox') {
  return desk.get(path).then(({ redirect }) => factsOf(redirect));
}

async function confirmed(desk: CompanyDesk, path = '/mailbox') {
  return eventually(
    () => redirectOf(desk, path),
    ({ state }) => state === 'confirmed',
  );
}

async function startTest(desk: CompanyDesk, path = '/mailbox'): Promise<string> {
  const started = facts(await desk.post(`${path}/redirect-test`));
  expect(started).toMatchObject({ outcome: 'accepted' });
  return textOf(started['testId']);
}

describe('a test of the redirect', () => {
  it('R22, R23, R24, R30: confirms it once the mail comes back, and shows nobody a message', async () => {
    const desk = await room.company('redirect');
    await desk.post('/mailbox/individual-address', { address: 'jobs@redirect.example' });
    expect(await redirectOf(desk)).toMatchObject({ target: 'redirect-jobs@poststelle.test', state: 'unverified' });
    const testId = await startTest(desk);
    expect(relay.taken.at(-1)).toMatchObject({ to: ['jobs@redirect.example'] });
    expect(await redirectOf(desk)).toMatchObject({ state: 'unverified' });
    await redirected(new RegExp(testId), desk.address);
    expect(await confirmed(desk)).toMatchObject({ state: 'confirmed', confirmedAt: expect.any(String) });
    expect(await desk.list('/messages/to-assign')).toEqual([]);
  });

  it('S25: confirms it where the forwarder puts itself into From and envelope, as lists and SRS do', async () => {
    const desk = await room.company('rewritten');
    await desk.post('/mailbox/individual-address', { address: 'jobs@rewritten.example' });
    const rewrite = (raw: string) =>
      ['Received: from relay by mx.rewritten.example; Sat, 28 Nov 2026 01:00:00 +0000', 'Delivered-To: jobs@rewritten.example', '']
        .join('\r\n')
        .concat(
          raw
            .replace(/^From: .*$/m, 'From: "ACME via Jobs" <jobs@rewritten.example>')
            .replace(/^DKIM-Signature:.*\r\n(?:[ \t].*\r\n)*/m, ''),
        );
    const envelopeSender = 'SRS0=HHH=TT=poststelle.test=bounce@rewritten.example';
    await redirected(new RegExp(await startTest(desk)), desk.address, { envelopeSender, rewrite });
    await confirmed(desk);
    expect(await desk.list('/messages/to-assign')).toEqual([]);
  });

  it('R91: confirms a subsidiary’s own redirect to its tagged address', async () => {
    const desk = await room.company('tagged');
    const path = `/subsidiaries/${await desk.subsidiary('Tagged North', 'north')}/mailbox`;
    await desk.post(`${path}/individual-address`, { address: 'jobs@north.example' });
    const testId = await startTest(desk, path);
    await redirected(new RegExp(testId), 'tagged-jobs+north@poststelle.test');
    await confirmed(desk, path);
    expect(await redirectOf(desk)).toMatchObject({ state: 'unverified' });
  });

  it('R91: does not confirm a redirect that leads to a sister’s target, and says where one leads to that is not tagged', async () => {
    const desk = await room.company('astray');
    const path = `/subsidiaries/${await desk.subsidiary('Astray North', 'north')}/mailbox`;
    await desk.subsidiary('Astray South', 'south');
    await desk.post(`${path}/individual-address`, { address: 'jobs@north-astray.example' });
    const testId = await startTest(desk, path);
    await redirected(new RegExp(testId), 'astray-jobs+south@poststelle.test');
    await eventually(
      async () => room.service.output,
      (output) => output.includes(`The test ${testId} came back, and not to the target`),
    );
    expect(await redirectOf(desk, path)).toMatchObject({ state: 'unverified' });

    const again = await startTest(desk, path);
    await redirected(new RegExp(again), desk.address);
    expect(await confirmed(desk, path)).toMatchObject({
      target: 'astray-jobs+north@poststelle.test',
      leadsTo: 'astray-jobs@poststelle.test',
    });
  });

  it('S25: is proven by a test of this company alone, and of the address that is entered now', async () => {
    const [desk, other] = [await room.company('newest'), await room.company('elsewhere')];
    await desk.post('/mailbox/individual-address', { address: 'jobs@newest.example' });
    const second = await startTest(desk);
    await redirected(new RegExp(second), other.address);
    await other.listOf('/messages/to-assign?kind=automatic', 0).catch(() => undefined);
    expect(await redirectOf(desk)).toMatchObject({ state: 'unverified' });
    await redirected(new RegExp(second), desk.address);
    await confirmed(desk);
    await desk.post('/mailbox/individual-address', { address: 'karriere@newest.example' });
    expect(await redirectOf(desk)).toMatchObject({ state: 'unverified' });
  });

  it('is not proven by a Message-ID that somebody made up', async () => {
    const desk = await room.company('forged');
    await desk.post('/mailbox/individual-address', { address: 'jobs@forged.example' });
    const testId = await startTest(desk);
    const fields = { 'Message-ID': `<t.${testId}.${'0'.repeat(32)}@poststelle.test>` };
    await room.send({ from: 'eve@evil.example', to: desk.address, subject: 'Test', text: 'Test', fields }, desk.address);
    await desk.listOf('/messages/to-assign', 1);
    expect(await redirectOf(desk)).toMatchObject({ state: 'unverified' });
  });

  it('shares the limit of test mails, and one that may not leave or did not leave says nothing', async () => {
    const desk = await room.company('often');
    await desk.post('/mailbox/individual-address', { address: 'jobs@often.example' });
    for (let times = 0; times < 20; times++)
      expect(await desk.post(times % 2 === 0 ? '/mailbox/redirect-test' : '/mailbox/test-mail', {})).toMatchObject({ status: 200 });
    for (const path of ['/mailbox/redirect-test', '/mailbox/test-mail'])
      expect(await desk.post(path, {})).toMatchObject({ status: 429, body: { reason: 'too-many-connection-attempts' } });

    const other = await room.company('unsent');
    await other.post('/mailbox/individual-address', { address: 'jobs@unsent.example' });
    relay.next({ does: 'refuse', at: 'recipient', code: 550, text: '5.1.1 No such user' });
    expect(facts(await other.post('/mailbox/redirect-test'))).toMatchObject({ outcome: 'recipient-refused' });
    expect(await redirectOf(other)).not.toHaveProperty('testedAt');
  });

  it('needs an individual address, and the same key sends one mail', async () => {
    const desk = await room.company('once');
    expect(await desk.post('/mailbox/redirect-test')).toMatchObject({ status: 422, body: { reason: 'individual-address-missing' } });
    await desk.post('/mailbox/individual-address', { address: 'jobs@once.example' });
    for (let times = 0; times < 2; times++)
      expect(await desk.post('/mailbox/redirect-test', {}, { key: 'redirect-once' })).toMatchObject({ status: 200 });
    expect(relay.taken.filter(({ to }) => to.includes('jobs@once.example'))).toHaveLength(1);
  });
});

describe('a test mail', () => {
  it('R83, R84: goes over the service to the individual address, and its outcome is kept', async () => {
    const desk = await room.company('tested');
    expect(await desk.post('/mailbox/test-mail', {})).toMatchObject({
      status: 422,
      body: { reason: 'recipient-missing', field: 'recipient' },
    });
    await desk.post('/mailbox/individual-address', { address: 'jobs@tested.example' });
    const testId = textOf(facts(await desk.post('/mailbox/test-mail', {}))['testId']);
    expect(await desk.get(`/mailbox/tests/${testId}`)).toMatchObject({
      channel: 'service',
      transport: 'relay',
      succeeded: true,
      outcome: 'accepted',
      recipient: 'jobs@tested.example',
    });
    expect(relay.taken.at(-1)).toMatchObject({
      to: ['jobs@tested.example'],
      raw: expect.stringContaining('Auto-Submitted: auto-generated'),
    });
  });

  it('R83, R87, R88: over the company’s own server it proves the connection, or its failure can be forwarded in German and English', async () => {
    const desk = await room.company('report');
    const server = await OwnServer.start({ address: 'jobs@report.example', password }, authority);
    await server.connect(desk);
    expect(await desk.get('/mailbox')).toMatchObject({ smtp: { state: 'unproven' } });
    facts(await desk.post('/mailbox/test-mail', {}));
    expect(await desk.get('/mailbox')).toMatchObject({ smtp: { state: 'active' } });

    const echo = Buffer.from(`\0jobs@report.example\0${password}`).toString('base64');
    server.relay.next({ does: 'refuse', at: 'recipient', code: 535, text: `5.7.139 Authentication unsuccessful ${password} ${echo}` });
    const testId = textOf(facts(await desk.post('/mailbox/test-mail', { recipient: 'it@report.example' }))['testId']);
    const report = async (language: string) => {
      const url = `${room.service.url}/api/v1/companies/${desk.id}/mailbox/tests/${testId}/report?language=${language}`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${desk.api.token}` } });
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      return answer.text();
    };
    const [german, english] = [await report('de'), await report('en')];
    for (const text of [german, english]) {
      for (const told of [
        `localhost:${String(server.relay.port)}`,
        'jobs@report.example',
        'it@report.example',
        '535 5.7.139',
        'starttls-verified',
      ])
        expect(text).toContain(told);
      for (const secret of [password, echo, encodeURIComponent(password)]) expect(text).not.toContain(secret);
    }
    expect(german).toContain('SMTP AUTH ist für das Postfach oder den Mandanten ausgeschaltet');
    expect(english).toContain('SMTP AUTH is switched off for the mailbox or the tenant');
    expect((await desk.list('/mailbox/tests')).map(({ succeeded }) => succeeded)).toEqual([false, true]);
    await server.stop();
  });

  it('R87: a refused set-up is kept as a test too', async () => {
    const desk = await room.company('setup');
    await desk.post('/mailbox/individual-address', { address: 'jobs@setup.example' });
    const refused = await desk.post('/mailbox/smtp-connection', { host: 'localhost', port: 1, account: 'jobs@setup.example', password });
    expect(refused).toMatchObject({ status: 422, body: { reason: 'server-unreachable' } });
    const testId = textOf(factsOf(factsOf(refused.body)['facts'])['testId']);
    expect(await desk.get(`/mailbox/tests/${testId}`)).toMatchObject({
      transport: 'probe',
      succeeded: false,
      outcome: 'server-unreachable',
      server: { port: 1 },
    });
  });

  it('comes back as nobody’s message', async () => {
    const desk = await room.company('loop');
    const testId = textOf(facts(await desk.post('/mailbox/test-mail', { recipient: 'jobs@loop.example' }))['testId']);
    await redirected(new RegExp(testId), desk.address);
    await eventually(
      () => desk.get('/messages/to-assign'),
      ({ counts }) => factsOf(counts)['automatic'] === 1,
    );
    expect(await desk.list('/messages/to-assign')).toEqual([]);
  });
});
