import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { PrivateAuthority } from '#test/peers/private-authority.js';
import { eventually } from '#test/service/eventually.js';
import { writeMail } from '#test/service/mail.js';
import { type CompanyDesk, type Facts, facts, factsOf, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { OwnServer } from '#test/service/own-server.js';

const own = 'jobs@acme.example';
let room: Mailroom;
let relay: MisbehavingRelay;
let server: OwnServer;
let acme: CompanyDesk;

/** A company that sends over its own server, with a redirect that is confirmed: candidates answer to its own address. */
beforeAll(async () => {
  relay = await MisbehavingRelay.start();
  room = await Mailroom.open({ POSTSTELLE_SERVICE_RELAY: relay.url, POSTSTELLE_ALLOW_NETWORKS: '127.0.0.0/8' });
  acme = await room.company('acme');
  server = await OwnServer.start({ address: own, password: 'p4ss w0rd' }, await PrivateAuthority.create());
  await server.connect(acme);
  facts(await acme.post('/mailbox/redirect-test'));
  await room.sendRaw(relay.taken[0]?.raw ?? '', acme.address, own);
  await eventually(
    () => acme.get('/mailbox'),
    ({ redirect }) => factsOf(redirect)['state'] === 'confirmed',
  );
}, 60_000);

afterAll(async () => {
  await room.close();
  await server.stop();
  await relay.stop();
});

async function writtenTo(address: string) {
  const { candidateId } = await acme.candidate({ addresses: [address] });
  const messageId = textOf((await acme.write(candidateId))['messageId']);
  const mail = await eventually(
    async () => server.relay.taken.find((taken) => taken.messageId.includes(messageId)),
    (found) => found !== undefined,
  );
  return { candidateId, messageId, raw: mail?.raw ?? '' };
}

/** As the company's redirect brings it: addressed to its own address, handed over to the service address. */
function redirected(mail: Facts & { readonly from: string }) {
  return room.send({ to: own, ...mail }, acme.address);
}

async function answerIn(candidateId: string): Promise<Facts> {
  const [, answer] = await acme.conversationOf(candidateId, 2);
  return answer ?? {};
}

describe('threads of mail that left over the company’s own server', () => {
  it('R30: candidates are asked for answers at the company’s own address once its redirect is confirmed', async () => {
    const { raw } = await writtenTo('r30@home.example');
    expect(headerOf(raw, 'From')).toContain(own);
    expect(headerOf(raw, 'Reply-To')).toBe('');
    expect(headerOf(raw, 'References')).toMatch(/^<r\.[a-z2-7]{16}@poststelle\.test>/);
  });

  it('S5: an answer to a Message-ID that the provider gave finds its thread by our token in References', async () => {
    const { candidateId, raw } = await writtenTo('s5@home.example');
    await acme.candidate({ name: 'Her brother', addresses: ['s5@home.example'] });
    const [token = ''] = headerOf(raw, 'References').split(' ');
    const fields = {
      'In-Reply-To': '<0102018f@eu-central-1.amazonses.example>',
      References: `${token} <0102018f@eu-central-1.amazonses.example>`,
    };
    await redirected({ from: 's5@home.example', subject: 'Re: Your application', fields });
    expect(await answerIn(candidateId)).toMatchObject({ direction: 'in', subject: 'Re: Your application' });
  });

  it('S5: without References too, by the address of a candidate with one open application', async () => {
    const { candidateId } = await writtenTo('s5b@home.example');
    await redirected({
      from: 's5b@home.example',
      subject: 'Re: Your application',
      fields: { 'In-Reply-To': '<0102018f@eu-central-1.amazonses.example>' },
    });
    expect(await answerIn(candidateId)).toMatchObject({ direction: 'in' });
  });

  it('S6: an answer under another subject finds its thread, and one without any header but the sender’s too', async () => {
    const { candidateId, messageId } = await writtenTo('s6@home.example');
    await redirected({ from: 's6@home.example', subject: 'Something else', fields: { 'In-Reply-To': `<${messageId}@poststelle.test>` } });
    expect(await answerIn(candidateId)).toMatchObject({ subject: 'Something else' });
    await redirected({ from: 's6@home.example', subject: 'And one more thing' });
    expect((await acme.conversationOf(candidateId, 3)).at(-1)).toMatchObject({ subject: 'And one more thing' });
  });

  it('S8, S9: what an employee forwards proposes who wrote the outermost block, not the third person in it; what others forward proposes nobody', async () => {
    const ada = await acme.candidate({ name: 'Ada', addresses: ['ada@mail.example'] });
    await acme.candidate({ name: 'Third', addresses: ['third@mail.example'] });
    facts(await acme.post('/employees', { name: 'Bob', addresses: ['bob@acme.example'] }));
    const text = [
      'Please ask third@mail.example first.',
      '',
      '---------- Forwarded message ---------',
      'From: Ada Muster <ada@mail.example>',
      'Date: Mon, Mar 2, 2026 at 10:00 AM',
      'Subject: Application',
      'To: <bob@acme.example>',
      '',
      'From: Third <third@mail.example>',
      'My certificate',
    ].join('\r\n');
    await redirected({ from: 'bob@acme.example', subject: 'Fwd: Application', text });
    await redirected({ from: 'stranger@elsewhere.example', subject: 'Fwd: Application of somebody', text });
    const waiting = await acme.listOf('/messages/to-assign', 2);
    const proposalsOf = (subject: string) => waiting.find((each) => each['subject'] === subject)?.['proposals'];
    expect(JSON.stringify(proposalsOf('Fwd: Application'))).toContain(ada.candidateId);
    expect(proposalsOf('Fwd: Application')).toHaveLength(1);
    expect(proposalsOf('Fwd: Application of somebody')).toEqual([]);
  });

  it('S17: a bounce that comes back over the redirect is filed on its message and marks the address', async () => {
    const { candidateId, messageId } = await writtenTo('s17@home.example');
    const report = [
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.acme.example',
      '',
      'Final-Recipient: rfc822; s17@home.example',
      'Action: failed',
      'Status: 5.0.0',
      'Diagnostic-Code: smtp; 550 5.1.1 No such user',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${messageId}@poststelle.test>`,
      '',
      '--b--',
    ].join('\r\n');
    const fields = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary="b"' };
    const raw = writeMail({ from: 'MAILER-DAEMON@mail.acme.example', to: own, subject: 'Undelivered', text: report, fields });
    await room.sendRaw(raw, acme.address, '');
    const bounced = await eventually(
      () => acme.get(`/sent-messages/${messageId}`),
      ({ marksAddress }) => marksAddress === true,
    );
    expect(bounced).toMatchObject({ reports: { bounced: [expect.any(String)] } });
    expect((await acme.write(candidateId))['warnings']).toContain('address-bounced');
  });

  it('R91: mail to a subsidiary’s own address belongs to it, though the redirect leads to the untagged one', async () => {
    const north = await acme.subsidiary('Acme North', 'north');
    facts(await acme.post(`/subsidiaries/${north}/mailbox/individual-address`, { address: 'jobs@north.example' }));
    await room.send({ from: 'new@home.example', to: 'jobs@north.example', subject: 'For the north' }, acme.address);
    const [waiting] = await eventually(
      async () => (await acme.list('/messages/to-assign')).filter(({ subject }) => subject === 'For the north'),
      (found) => found.length === 1,
    );
    expect(waiting).toMatchObject({ subsidiary: { subsidiaryId: north } });
  });

  it('R23, R91: a former address belongs to whose it was, until somebody else has it', async () => {
    const moving = await room.company('moving');
    const north = await moving.subsidiary('Moving North', 'north');
    const mailbox = `/subsidiaries/${north}/mailbox`;
    const address = 'jobs@moving.example';
    const belongsTo = async (subject: string) => {
      await room.send({ from: `${subject}@home.example`, to: address, subject }, moving.address);
      const [waiting] = await eventually(
        async () => (await moving.list('/messages/to-assign')).filter((each) => each['subject'] === subject),
        (found) => found.length === 1,
      );
      return waiting?.['subsidiary'];
    };
    facts(await moving.post(`${mailbox}/individual-address`, { address }));
    facts(await moving.post(`${mailbox}/individual-address`, { address: 'work@moving.example' }));
    expect(await belongsTo('former')).toMatchObject({ subsidiaryId: north });

    // The claim of a former address is given up in the background.
    await eventually(
      () => moving.post('/mailbox/individual-address', { address }),
      ({ status }) => status === 200,
    );
    expect(await belongsTo('company')).not.toMatchObject({ subsidiaryId: north });
    facts(await moving.post('/mailbox/individual-address', { address: 'karriere@moving.example' }));
    expect(await moving.get('/mailbox')).toMatchObject({ formerIndividualAddresses: [address] });
  });
});
