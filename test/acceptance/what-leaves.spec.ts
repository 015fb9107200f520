import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { eventually } from '#test/service/eventually.js';
import { type CompanyDesk, type Facts, facts, headerOf, Mailroom, textOf } from '#test/service/mailroom.js';

let relay: MisbehavingRelay;
let room: Mailroom;
let acme: CompanyDesk;
let candidateId: string;

beforeAll(async () => {
  relay = await MisbehavingRelay.start();
  room = await Mailroom.open({ POSTSTELLE_SERVICE_RELAY: relay.url });
  acme = await room.company('acme');
  ({ candidateId } = await acme.candidate());
}, 60_000);
afterAll(async () => {
  await room.close();
  await relay.stop();
});

async function send(message: Facts = {}): Promise<string> {
  return textOf((await acme.write(candidateId, message))['messageId']);
}

async function inState(messageId: string, state: string): Promise<Facts> {
  return eventually(
    () => acme.get(`/sent-messages/${messageId}`),
    (message) => message['state'] === state,
  );
}

const takenOf = (messageId: string) => relay.taken.filter((mail) => mail.messageId.includes(messageId));

describe('what leaves over a relay', () => {
  it('R10, R13: goes out under the service address, once, and is accepted only when the relay said so', async () => {
    const messageId = await send({ html: '<p>Hello</p>' });
    await inState(messageId, 'accepted');
    const [mail, another] = takenOf(messageId);
    expect(another).toBeUndefined();
    expect(headerOf(mail?.raw ?? '', 'From')).toContain('<acme-jobs@poststelle.test>');
    expect(mail?.from).toMatch(/^acme-jobs\+[a-z2-7]{16}@poststelle\.test$/);
    expect(mail?.to).toEqual(['anna@home.example']);
  });

  it('R14, R15: shows the company, or the employee who writes', async () => {
    const ada = textOf(facts(await acme.post('/employees', { name: 'Ada Schreiber', addresses: ['ada@acme.example'] }))['employeeId']);
    facts(await acme.post('/mailbox/sender-name', { senderName: 'employee' }));
    const answer = await acme.post(
      `/candidates/${candidateId}/messages`,
      { subject: 'From Ada', text: 'Hello.' },
      { headers: { 'poststelle-on-behalf-of': ada } },
    );
    const byAda = textOf(facts(answer)['messageId']);
    const byNobody = await send();
    await inState(byAda, 'accepted');
    await inState(byNobody, 'accepted');
    expect(headerOf(takenOf(byAda)[0]?.raw ?? '', 'From')).toContain('Ada Schreiber');
    expect(headerOf(takenOf(byNobody)[0]?.raw ?? '', 'From')).toContain('acme GmbH');
    facts(await acme.post('/mailbox/sender-name', { senderName: 'company' }));
  });

  it('tries again after a 4xx, and says when', async () => {
    relay.next({ does: 'refuse', at: 'recipient', code: 450, text: '4.2.1 Mailbox busy' });
    const deferred = await inState(await send(), 'deferred');
    expect(Date.parse(textOf(deferred['retryAt']))).toBeGreaterThan(Date.now());
    expect(JSON.stringify(deferred['tries'])).toContain('450');
  });

  it('rejects after a 5xx about the recipient; a corrected address gets a linked message', async () => {
    relay.next({ does: 'refuse', at: 'recipient', code: 550, text: '5.1.1 User unknown' });
    const messageId = await send();
    await inState(messageId, 'rejected');
    facts(await acme.post(`/candidates/${candidateId}/addresses`, { address: 'anna@right.example' }));
    const again = textOf(facts(await acme.post(`/sent-messages/${messageId}/resend`, { to: 'anna@right.example' }))['messageId']);
    expect(await inState(again, 'accepted')).toMatchObject({ resendOf: messageId });
    expect(takenOf(again)[0]?.to).toEqual(['anna@right.example']);
  });

  it('S28, S29: an answer that was lost is uncertain, never sent or accepted, and a person says which', async () => {
    relay.next({ does: 'lose-the-answer' });
    const messageId = await send();
    await inState(messageId, 'uncertain');
    expect((await acme.list('/sent-messages?state=uncertain')).map((line) => line['messageId'])).toContain(messageId);
    facts(await acme.post(`/sent-messages/${messageId}/confirm-delivered`));
    await inState(messageId, 'accepted');
    expect(takenOf(messageId)).toHaveLength(1);
  });

  it('S28: send-again sends the same Message-ID once more, on a person’s word alone', async () => {
    relay.next({ does: 'reset-after-content' });
    const messageId = await send();
    await inState(messageId, 'uncertain');
    expect(takenOf(messageId)).toHaveLength(0);
    facts(await acme.post(`/sent-messages/${messageId}/send-again`));
    await inState(messageId, 'accepted');
    expect(takenOf(messageId)).toHaveLength(1);
  });

  it('S27: a connection lost in the middle of the content is certain, so that the mail is tried again by itself', async () => {
    relay.next({ does: 'reset-in-content' });
    const attachment = {
      name: 'large.bin',
      contentType: 'application/octet-stream',
      content: Buffer.alloc(2_000_000, 7).toString('base64'),
    };
    const messageId = await send({ attachments: [attachment] });
    const message = await eventually(
      () => acme.get(`/sent-messages/${messageId}`),
      ({ state }) => state === 'deferred' || state === 'uncertain',
    );
    expect(message['state']).toBe('deferred');
  });

  it('a queued message can be cancelled, and then never leaves', async () => {
    relay.next({ does: 'refuse', at: 'recipient', code: 450, text: '4.2.1 Mailbox busy' });
    const messageId = await send();
    await inState(messageId, 'deferred');
    facts(await acme.post(`/sent-messages/${messageId}/cancel`));
    await inState(messageId, 'cancelled');
    expect((await acme.post(`/sent-messages/${messageId}/send-again`)).status).toBe(409);
  });

  it('S27: the same command under the same key is one mail, however often it is said', async () => {
    const say = () => acme.post(`/candidates/${candidateId}/messages`, { subject: 'Once', text: 'Once.' }, { key: 'said-again' });
    const first = facts(await say());
    const second = facts(await say());
    expect(second['messageId']).toBe(first['messageId']);
    await inState(textOf(first['messageId']), 'accepted');
    expect(takenOf(textOf(first['messageId']))).toHaveLength(1);
    const other = await acme.post(`/candidates/${candidateId}/messages`, { subject: 'Other', text: 'Other.' }, { key: 'said-again' });
    expect(other.status).toBe(422);
  });
});

describe('what does not leave', () => {
  it('S29: in the local outbox is written, never called sent', async () => {
    const local = await Mailroom.open();
    try {
      const desk = await local.company('local');
      const { candidateId: someone } = await desk.candidate();
      const answer = await desk.write(someone);
      expect(JSON.stringify(answer['warnings'])).toContain('nothing-leaves-this-machine');
      const path = `/sent-messages/${textOf(answer['messageId'])}`;
      await eventually(
        () => desk.get(path),
        ({ state }) => state === 'written-to-local-outbox',
      );
      expect(local.outbox()).toHaveLength(1);
    } finally {
      await local.close();
    }
  }, 60_000);

  it('POSTSTELLE_ONLY_DELIVER_TO holds everybody else back and says so in every answer', async () => {
    const careful = await Mailroom.open({
      POSTSTELLE_SERVICE_RELAY: relay.url,
      POSTSTELLE_ONLY_DELIVER_TO: 'tester@own.example, @qa.example',
    });
    try {
      const desk = await careful.company('careful');
      const [held, let_out] = [
        await desk.candidate({ addresses: ['x@home.example'] }),
        await desk.candidate({ addresses: ['y@qa.example'] }),
      ];
      const answers = [await desk.write(held.candidateId), await desk.write(let_out.candidateId)];
      for (const answer of answers) expect(JSON.stringify(answer['warnings'])).toContain('only-deliver');
      const [heldId, outId] = answers.map((answer) => textOf(answer['messageId']));
      await eventually(
        () => desk.get(`/sent-messages/${outId ?? ''}`),
        ({ state }) => state === 'accepted',
      );
      await eventually(
        () => desk.get(`/sent-messages/${heldId ?? ''}`),
        ({ state }) => state === 'held',
      );
      expect(takenOf(heldId ?? '')).toEqual([]);
    } finally {
      await careful.close();
    }
  }, 60_000);
});
