import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#test/service/eventually.js';
import { writeMail } from '#test/service/mail.js';
import { type CompanyDesk, factsOf, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';

let room: Mailroom;
let acme: CompanyDesk;
let globex: CompanyDesk;

beforeAll(async () => {
  room = await Mailroom.open();
  [acme, globex] = [await room.company('acme'), await room.company('globex')];
}, 60_000);
afterAll(() => room.close());

/** A candidate who was written to, and the mail that reached them. */
async function writtenTo(desk: CompanyDesk, address: string) {
  const registered = await desk.candidate({ addresses: [address] });
  const sent = textOf((await desk.write(registered.candidateId))['messageId']);
  return { ...registered, sent, mail: await desk.outgoing(sent) };
}

describe('whose mail it is, over SMTP and HTTP', () => {
  it('R16, R85: a candidate’s answer is in the candidate’s messages', async () => {
    const { candidateId, sent, mail } = await writtenTo(acme, 'r16@home.example');
    const reply = await room.send(
      { from: 'r16@home.example', to: headerOf(mail, 'Reply-To'), subject: 'Re: Your application' },
      replyAddress(mail),
    );
    expect(reply.code).toBe(250);
    const [first, second] = await acme.conversationOf(candidateId, 2);
    expect([first?.['direction'], second?.['direction']]).toEqual(['out', 'in']);
    expect(first?.['messageId']).toBe(sent);
    expect(second).toMatchObject({ subject: 'Re: Your application', candidateId });
  });

  it('RFC 5890: somebody at an internationalised domain is known in both forms of it', async () => {
    const forms = ['x@bücher.example', 'x@xn--bcher-kva.example'];
    for (const [index, form] of forms.entries()) {
      const desk = await room.company(`idn-${index}`);
      const { candidateId } = await desk.candidate({ addresses: [form] });
      for (const [nth, from] of forms.entries()) {
        await room.send({ from, to: desk.address, subject: `From ${from}` }, desk.address, 'x@xn--bcher-kva.example');
        expect((await desk.conversationOf(candidateId, nth + 1)).at(-1)).toMatchObject({ subject: `From ${from}` });
        expect(await desk.list(`/candidates?address=${encodeURIComponent(from)}`)).toMatchObject([{ candidateId }]);
      }
      await desk.post('/mailbox/individual-address', { address: `jobs@${form.slice(2)}` });
      const north = await desk.subsidiary('North', 'north');
      for (const other of forms)
        expect(await desk.post(`/subsidiaries/${north}/mailbox/individual-address`, { address: `jobs@${other.slice(2)}` })).toMatchObject({
          status: 409,
          body: { reason: 'address-taken' },
        });
    }
  });

  it('R17, R86: a stranger’s mail waits in messages to assign', async () => {
    const subject = `May I apply? ${randomUUID()}`;
    await room.send({ from: 'stranger@elsewhere.example', to: acme.address, subject }, acme.address);
    const waiting = await toAssign(acme, subject);
    expect(waiting).toMatchObject({ sender: { address: 'stranger@elsewhere.example' }, proposals: [] });
    expect(typeof waiting['reason']).toBe('string');
  });

  it('R11: the untagged and any tagged form of the service address is accepted, another local part is not', async () => {
    const mail = { from: 'a@elsewhere.example', to: acme.address };
    expect((await room.send(mail, 'ACME-jobs@poststelle.test')).code).toBe(250);
    expect((await room.send(mail, 'acme-jobs+whatever@poststelle.test')).code).toBe(250);
    expect(await room.send(mail, 'nobody-jobs@poststelle.test')).toMatchObject({ accepted: false, code: 550 });
    expect(await room.send(mail, 'acme-jobs@elsewhere.example')).toMatchObject({ accepted: false, code: 550 });
  });

  it('S1: a reply token that stands only in Cc finds its way, though another candidate has the sender’s address too', async () => {
    const { candidateId, mail } = await writtenTo(acme, 's1@home.example');
    await acme.candidate({ name: 'Her brother', addresses: ['s1@home.example'] });
    const fields = { Cc: replyAddress(mail) };
    await room.send({ from: 's1@home.example', to: 'friend@elsewhere.example', fields }, acme.address);
    const entries = await acme.conversationOf(candidateId, 2);
    const { routing } = await acme.get(`/received-messages/${textOf(entries[1]?.['messageId'])}`);
    expect(factsOf(routing)['rules']).toContainEqual(expect.objectContaining({ rule: 'conversation-token', found: 'candidate' }));
  });

  it('S2: another company’s Message-ID in References is no evidence', async () => {
    const { candidateId, mail } = await writtenTo(acme, 's2@home.example');
    const subject = `S2 ${randomUUID()}`;
    const theirs = headerOf(mail, 'Message-ID');
    await room.send(
      { from: 's2@home.example', to: globex.address, subject, fields: { 'In-Reply-To': theirs, References: theirs } },
      globex.address,
    );
    expect(await toAssign(globex, subject)).toMatchObject({ proposals: [], reason: 'address-unknown' });
    expect(await acme.conversation(candidateId)).toHaveLength(1);
  });

  it('S3: a stranger who quotes a valid thread goes to messages to assign, with the candidate as proposal', async () => {
    const { candidateId, mail } = await writtenTo(acme, 's3@home.example');
    const subject = `S3 ${randomUUID()}`;
    await room.send(
      { from: 'intruder@elsewhere.example', to: replyAddress(mail), subject, fields: { References: headerOf(mail, 'References') } },
      replyAddress(mail),
    );
    expect(await toAssign(acme, subject)).toMatchObject({ proposals: [candidateId] });
    expect(await acme.conversation(candidateId)).toHaveLength(1);
  });

  it('S4: the same local part at another domain among the recipients is no evidence', async () => {
    const { candidateId, mail } = await writtenTo(acme, 's4@home.example');
    const foreign = replyAddress(mail).replace('poststelle.test', 'elsewhere.example');
    const subject = `S4 ${randomUUID()}`;
    await room.send({ from: 's4-unknown@elsewhere.example', to: foreign, subject }, acme.address);
    expect(await toAssign(acme, subject)).toMatchObject({ proposals: [], reason: 'address-unknown' });
    expect(await acme.conversation(candidateId)).toHaveLength(1);
  });

  it('S10: one mail to two addresses of a company, and in Bcc to another company, is one message in each', async () => {
    const subject = `S10 ${randomUUID()}`;
    const tagged = `acme-jobs+north@poststelle.test`;
    await room.send({ from: 's10@elsewhere.example', to: acme.address, subject }, [acme.address, tagged, globex.address]);
    await toAssign(acme, subject);
    await toAssign(globex, subject);
    expect(await titled(acme, subject)).toHaveLength(1);
    expect(await titled(globex, subject)).toHaveLength(1);
  });

  it('S11: a mail without Message-ID that is delivered twice is one message', async () => {
    const subject = `S11 ${randomUUID()}`;
    const raw = writeMail({ from: 's11@elsewhere.example', to: acme.address, subject, messageId: null });
    const trace = (hop: string) => `Received: from ${hop} by mx.example; Mon, 23 Nov 2026 10:00:00 +0000\r\n${raw}`;
    expect((await room.sendRaw(trace('one'), acme.address, 's11@elsewhere.example')).code).toBe(250);
    expect((await room.sendRaw(trace('two'), acme.address, 's11@elsewhere.example')).code).toBe(250);
    await toAssign(acme, subject);
    expect(await titled(acme, subject)).toHaveLength(1);
  });

  it('S12: a different mail under a used Message-ID is a message of its own', async () => {
    const subject = `S12 ${randomUUID()}`;
    const messageId = `<${randomUUID()}@elsewhere.example>`;
    const mail = { from: 's12@elsewhere.example', to: acme.address, subject, messageId };
    await room.send({ ...mail, text: 'The first.' }, acme.address);
    await room.send({ ...mail, text: 'A forged second.' }, acme.address);
    await eventually(
      () => titled(acme, subject),
      (found) => found.length === 2,
    );
  });

  it('S31: one person with applications at two subsidiaries has one conversation, told apart by the address written to', async () => {
    const north = await acme.subsidiary('Acme North', 'nord');
    const south = await acme.subsidiary('Acme South', 'sued');
    const { candidateId } = await acme.candidate({ addresses: ['s31@home.example'], subsidiaryId: north });
    const second = await acme.post(`/candidates/${candidateId}/applications`, { job: 'Cook', subsidiaryId: south });
    expect(second.status).toBe(201);
    await room.send({ from: 's31@home.example', to: acme.address, subject: 'To the north' }, 'acme-jobs+nord@poststelle.test');
    const [entry] = await acme.conversationOf(candidateId, 1);
    expect(entry).toMatchObject({ subsidiary: { subsidiaryId: north, how: 'tagged-address' } });
  });

  it('S32: a candidate’s second mail makes no second profile', async () => {
    const { candidateId } = await acme.candidate({ addresses: ['s32@home.example'], externalId: 's32' });
    await room.send({ from: 'S32@Home.Example', to: acme.address, subject: 'One' }, acme.address);
    await room.send({ from: 's32@home.example', to: acme.address, subject: 'Two' }, acme.address);
    await acme.conversationOf(candidateId, 2);
    expect(await acme.list('/candidates?address=s32@home.example')).toHaveLength(1);
    const again = await acme.post('/candidates', { name: 'Anna Again', addresses: ['s32@home.example'], externalId: 's32' });
    expect(again.status).toBe(409);
  });

  it('S40: an answer from a second address is proposed, and assigning it teaches the address', async () => {
    const { candidateId, mail } = await writtenTo(acme, 's40@home.example');
    const subject = `S40 ${randomUUID()}`;
    await room.send({ from: 's40@work.example', to: replyAddress(mail), subject }, replyAddress(mail));
    const waiting = await toAssign(acme, subject);
    expect(waiting['proposals']).toEqual([candidateId]);
    const assigned = await acme.post(`/received-messages/${textOf(waiting['messageId'])}/assign`, { candidateId, teachAddress: true });
    expect(assigned.status).toBe(200);
    await acme.conversationOf(candidateId, 2);
    await eventually(
      () => acme.get(`/candidates/${candidateId}`),
      ({ addresses }) => Array.isArray(addresses) && addresses.includes('s40@work.example'),
    );
    await room.send({ from: 's40@work.example', to: acme.address, subject: 'And again' }, acme.address);
    await acme.conversationOf(candidateId, 3);
  });
});

function replyAddress(mail: string): string {
  const found = /<([^>]+)>/.exec(headerOf(mail, 'Reply-To'))?.[1] ?? headerOf(mail, 'Reply-To');
  expect(found).toMatch(/^acme-jobs\+[a-z2-7]{16}@poststelle\.test$/);
  return found;
}

async function titled(desk: CompanyDesk, subject: string) {
  return (await desk.list('/messages/to-assign?limit=100')).filter((message) => message['subject'] === subject);
}

async function toAssign(desk: CompanyDesk, subject: string) {
  const [found] = await eventually(
    () => titled(desk, subject),
    (messages) => messages.length > 0,
  );
  if (found === undefined) throw new Error('unreachable: eventually saw one');
  return found;
}
