import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#test/service/eventually.js';
import { type CompanyDesk, type Facts, facts, factsOf, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';
import { deliveryReport } from '#test/service/reports.js';

let room: Mailroom;
let acme: CompanyDesk;

beforeAll(async () => {
  room = await Mailroom.open();
  acme = await room.company('acme');
}, 60_000);
afterAll(() => room.close());

async function writtenTo(address: string, message: Facts = {}) {
  const { candidateId } = await acme.candidate({ addresses: [address] });
  const sent = textOf((await acme.write(candidateId, message))['messageId']);
  const mail = await acme.outgoing(sent);
  return { candidateId, sent, mail, envelope: envelopeSenderOf(mail) };
}

/** The local outbox notes the envelope that a relay would have been given. */
function envelopeSenderOf(mail: string): string {
  return /<([^>]*)>/.exec(headerOf(mail, 'Return-Path'))?.[1] ?? acme.address;
}

describe('reports and automatic mail', () => {
  it('S17: a bounce is filed on its message and seen in the conversation, not as an answer', async () => {
    const { candidateId, sent, mail, envelope } = await writtenTo('s17@home.example');
    const report = deliveryReport({ to: acme.address, action: 'failed', status: '5.1.1', recipient: 's17@home.example', returned: mail });
    await room.sendRaw(report, envelope, '');
    const message = await eventually(
      () => acme.get(`/sent-messages/${sent}`),
      ({ reports }) => JSON.stringify(reports).includes('bounced'),
    );
    expect(factsOf(message['reports'])['bounced']).toHaveLength(1);
    expect(message['marksAddress']).toBe(true);
    const ours = (await acme.conversation(candidateId)).find(({ messageId }) => messageId === sent);
    expect(JSON.stringify(ours?.['delivery'])).toContain('bounced');
    const answer = await acme.write(candidateId);
    expect(JSON.stringify(answer['warnings'])).toContain('bounced');
  });

  it('S18: a delayed report with a 4.x status is no failure', async () => {
    const { sent, mail, envelope } = await writtenTo('s18@home.example');
    const report = deliveryReport({ to: acme.address, action: 'delayed', status: '4.2.0', recipient: 's18@home.example', returned: mail });
    await room.sendRaw(report, envelope, '');
    const message = await eventually(
      () => acme.get(`/sent-messages/${sent}`),
      ({ reports }) => JSON.stringify(reports).includes('delayed'),
    );
    expect(factsOf(message['reports'])['bounced'] ?? []).toEqual([]);
    expect(message['marksAddress']).toBe(false);
  });

  it('S16: the bounce of an automatic mail is filed, and nothing is written in answer', async () => {
    const { sent, mail, envelope } = await writtenTo('s16@home.example', { automatic: true });
    expect(headerOf(mail, 'Auto-Submitted')).toMatch(/^auto-/);
    expect(headerOf(mail, 'X-Auto-Response-Suppress')).toBe('OOF, AutoReply');
    const before = room.outbox().length;
    await room.sendRaw(
      deliveryReport({ to: acme.address, action: 'failed', status: '5.1.1', recipient: 's16@home.example', returned: mail }),
      envelope,
      '',
    );
    await eventually(
      () => acme.get(`/sent-messages/${sent}`),
      ({ reports }) => JSON.stringify(reports).includes('bounced'),
    );
    expect(room.outbox()).toHaveLength(before);
  });

  it('S15: an out-of-office is filed on the mail it answers, is no answer, and no automatic mail answers it', async () => {
    const { candidateId, mail } = await writtenTo('s15@home.example');
    const fields = { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': headerOf(mail, 'Message-ID') };
    await room.send({ from: 's15@home.example', to: acme.address, subject: 'Out of office', fields }, acme.address, '');
    const entries = await acme.conversationOf(candidateId, 2);
    expect(entries[1]).toMatchObject({ kind: 'auto-reply', automatic: true });
    const received = textOf(entries[1]?.['messageId']);
    const refused = await acme.post(`/candidates/${candidateId}/messages`, {
      subject: 'We got it',
      text: 'Thank you.',
      automatic: true,
      answers: received,
    });
    expect(refused.status).toBe(422);
    expect(await unanswered()).not.toContain(received);
  });

  it('S15: at most one automatic answer per address in seven days', async () => {
    const { candidateId } = await acme.candidate({ addresses: ['loop@home.example'] });
    const receive = async (subject: string) => {
      await room.send({ from: 'loop@home.example', to: acme.address, subject }, acme.address);
      const entries = await eventually(
        () => acme.conversation(candidateId),
        (found) => found.some((entry) => entry['subject'] === subject),
      );
      return textOf(entries.find((entry) => entry['subject'] === subject)?.['messageId']);
    };
    const confirm = (answers: string) =>
      acme.post(`/candidates/${candidateId}/messages`, { subject: 'We got it', text: 'Thank you.', automatic: true, answers });
    facts(await confirm(await receive(`one ${randomUUID()}`)));
    expect((await confirm(await receive(`two ${randomUUID()}`))).status).toBe(409);
  });

  it('a person’s answer is unanswered until somebody answers or handles it', async () => {
    const { candidateId, mail } = await writtenTo('open@home.example');
    await room.send({ from: 'open@home.example', to: acme.address, fields: { 'In-Reply-To': headerOf(mail, 'Message-ID') } }, acme.address);
    const [, reply] = await acme.conversationOf(candidateId, 2);
    const id = textOf(reply?.['messageId']);
    await eventually(unanswered, (ids) => ids.includes(id));
    await acme.write(candidateId, { answers: id });
    await eventually(unanswered, (ids) => !ids.includes(id));
  });
});

async function unanswered(): Promise<readonly unknown[]> {
  return (await acme.list('/messages/unanswered?limit=100')).map(({ messageId }) => messageId);
}
