import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Acme, mailFrom } from '#test/messaging/acme.js';
import { at } from '#test/http/at.js';
import { eventually } from '#test/service/eventually.js';

const jobs = 'acme-jobs@poststelle.test';
let acme: Acme;
beforeAll(async () => {
  acme = await Acme.open();
});
afterAll(() => acme.close());

const received = (id: string, rest = '') => `/received-messages/${id}${rest}`;

describe('assigning', () => {
  it('R17, S40: gives mail from a second address to the candidate, teaches the address, and the next mail finds its way', async () => {
    const ada = await acme.candidate('Ada', 'ada@mail.example');
    const { replyTo } = await acme.write(ada);
    const strange = await acme.receives(mailFrom('Ada <ada@second.example>', replyTo));
    expect(strange).toMatchObject({ place: 'to-assign', reason: 'sender-never-took-part' });
    expect((await acme.get(received(strange.messageId))).body).toMatchObject({
      place: 'to-assign',
      proposals: [ada],
      reason: 'It refers to a conversation in which its sender never took part.',
    });

    const assigned = await acme.post(received(strange.messageId, '/assign'), { candidateId: ada, teachAddress: true });
    expect(assigned.status).toBe(200);
    await eventually(
      () => acme.get(`/candidates/${ada}`),
      ({ text }) => text.includes('ada@second.example'),
    );
    expect(await acme.receives(mailFrom('ada@second.example', jobs))).toMatchObject({ place: 'with-candidate', candidateId: ada });
  });

  it('S40: lets an address into the thread that a person assigned, though it is not taught', async () => {
    const bea = await acme.candidate('Bea', 'bea@mail.example');
    const { replyTo } = await acme.write(bea);
    const first = await acme.receives(mailFrom('mother@mail.example', replyTo));
    await acme.post(received(first.messageId, '/assign'), { candidateId: bea });
    expect(await acme.receives(mailFrom('mother@mail.example', replyTo))).toMatchObject({ place: 'with-candidate', candidateId: bea });
    expect(await acme.receives(mailFrom('mother@mail.example', jobs))).toMatchObject({ place: 'to-assign' });

    await acme.post(received(first.messageId, '/undo-assignment'));
    expect(await acme.receives(mailFrom('mother@mail.example', replyTo))).toMatchObject({ place: 'to-assign' });
  });

  it('R18: reassigns and undoes what the router did, and the conversation follows', async () => {
    const cid = await acme.candidate('Cid', 'cid@mail.example');
    const dora = await acme.candidate('Dora', 'dora@mail.example');
    const line = await acme.receives(mailFrom('cid@mail.example', jobs));
    const again = await acme.post(received(line.messageId, '/reassign'), { candidateId: dora });
    expect((await acme.get(`/candidates/${dora}/messages?waitFor=${at(again.body, 'position')}`)).body).toMatchObject({ total: 1 });
    expect((await acme.get(`/candidates/${cid}/messages`)).body).toMatchObject({ total: 0 });

    const undone = await acme.post(received(line.messageId, '/undo-assignment'));
    expect((await acme.get(`/messages/to-assign?waitFor=${at(undone.body, 'position')}`)).text).toContain(line.messageId);
    expect((await acme.post(received(line.messageId, '/reassign'), { candidateId: dora })).body).toMatchObject({ reason: 'not-assigned' });
  });

  it('dismisses, lists what was dismissed, and assigning restores it', async () => {
    const eva = await acme.candidate('Eva', 'eva@mail.example');
    const line = await acme.receives(mailFrom('ads@stranger.example', jobs));
    const dismissed = await acme.post(received(line.messageId, '/dismiss'), { reason: 'An advertisement' });
    const list = await acme.get(`/messages/to-assign?filter=dismissed&waitFor=${at(dismissed.body, 'position')}`);
    expect(list.text).toContain(line.messageId);
    expect((await acme.post(received(line.messageId, '/assign'), { candidateId: eva })).status).toBe(200);
  });

  it('S31: takes the only open application, or the one named, and says when it is none of the candidate’s', async () => {
    const berlin = await acme.subsidiary('Berlin', 'berlin');
    const fay = await acme.candidate('Fay', 'fay@mail.example', { job: 'Cook', subsidiaryId: berlin });
    const line = await acme.receives(mailFrom('other@stranger.example', jobs));
    expect((await acme.post(received(line.messageId, '/assign'), { candidateId: fay, applicationId: 'none' })).body).toMatchObject({
      status: 422,
      reason: 'application-unknown',
    });
    await acme.post(received(line.messageId, '/assign'), { candidateId: fay });
    const { body } = await acme.get(received(line.messageId));
    expect(body).toMatchObject({ candidateId: fay, subsidiary: { how: 'application', subsidiaryId: berlin }, assignedBy: 'person' });

    const second = await acme.post(`/candidates/${fay}/applications`, { job: 'Waiter' });
    const applicationId = at(second.body, 'applicationId');
    expect((await acme.post(received(line.messageId, '/application'), { applicationId })).status).toBe(200);
    expect((await acme.get(received(line.messageId))).body).toMatchObject({ applicationId, subsidiary: { how: 'application' } });
  });

  it('S31: an undone assignment is its first subsidiary’s again, for lists as for the message itself', async () => {
    const [bonn, ulm] = [await acme.subsidiary('Bonn', 'bonn'), await acme.subsidiary('Ulm', 'ulm')];
    const gil = await acme.candidate('Gil', 'gil@mail.example', { job: 'Cook', subsidiaryId: ulm });
    const line = await acme.receives(mailFrom('third@stranger.example', jobs), ['acme-jobs+bonn@poststelle.test']);
    const first = { subsidiary: { subsidiaryId: bonn, how: 'tagged-address' } };
    for (let time = 1; time <= 2; time++) {
      await acme.post(received(line.messageId, '/assign'), { candidateId: gil });
      expect((await acme.get(received(line.messageId))).body).toMatchObject({ subsidiary: { subsidiaryId: ulm, how: 'application' } });
      const undone = await acme.post(received(line.messageId, '/undo-assignment'));
      expect((await acme.get(received(line.messageId))).body).toMatchObject(first);
      const { body } = await acme.get(`/messages/to-assign?waitFor=${at(undone.body, 'position')}`);
      expect(body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ messageId: line.messageId, ...first })]) });
    }
  });

  it.each([
    ['candidate-unknown', { candidateId: 'nobody' }, 422],
    ['input-invalid', { candidateId: '' }, 400],
    ['input-invalid', {}, 400],
    ['input-invalid', { candidateId: 'x', applicationId: null }, 400],
    ['input-invalid', { candidateId: 'x', surprise: 1 }, 400],
  ])('refuses with %s what %j names', async (reason, body, status) => {
    const { messageId } = await acme.receives(mailFrom('someone@stranger.example', jobs));
    expect((await acme.post(received(messageId, '/assign'), body)).body).toMatchObject({ status, reason });
  });

  it('does not find the message of another company', async () => {
    const { messageId } = await acme.receives(mailFrom('someone@stranger.example', jobs));
    const other = at(
      (await acme.anna.post('/companies', { slug: 'other', name: 'Other', languages: ['en'], timeZone: 'UTC' })).body,
      'companyId',
    );
    const otto = await acme.room.caller({ company: other });
    expect((await otto.post(`/companies/${other}${received(messageId, '/dismiss')}`)).status).toBe(404);
    expect((await otto.get(`/companies/${acme.companyId}${received(messageId)}`)).status).toBe(404);
  });

  it('needs the scope', async () => {
    const { messageId } = await acme.receives(mailFrom('someone@stranger.example', jobs));
    const reader = await acme.room.caller({ scopes: ['messages:read'] });
    expect((await acme.post(received(messageId, '/assign'), { candidateId: 'x' }, undefined, reader)).status).toBe(403);
    expect((await acme.get(received(messageId), reader)).status).toBe(200);
  });
});

describe('a candidate from a message', () => {
  const application = { job: 'Cook' };

  it('P4, P7: is registered with an application and has the message, in one command', async () => {
    const line = await acme.receives(mailFrom('Gil Gomez <gil@stranger.example>', jobs));
    const made = await acme.post(received(line.messageId, '/candidate'), { application });
    expect(made).toMatchObject({ status: 201, body: { warnings: [], documents: [] } });
    const candidateId = at(made.body, 'candidateId');
    expect((await acme.get(`/candidates/${candidateId}`)).body).toMatchObject({ name: 'Gil Gomez', addresses: ['gil@stranger.example'] });
    expect((await acme.get(`/candidates/${candidateId}/messages?waitFor=${at(made.body, 'position')}`)).body).toMatchObject({ total: 1 });
    expect(await acme.receives(mailFrom('gil@stranger.example', jobs))).toMatchObject({ place: 'with-candidate', candidateId });
  });

  it('S32: a repeat answers the same, and another attempt makes no second profile', async () => {
    const { messageId } = await acme.receives(mailFrom('Hal <hal@stranger.example>', jobs));
    const first = await acme.post(received(messageId, '/candidate'), { application }, 'key-1');
    const repeated = await acme.post(received(messageId, '/candidate'), { application }, 'key-1');
    expect(repeated.body).toEqual(first.body);
    const candidateId = at(first.body, 'candidateId');
    expect((await acme.post(received(messageId, '/candidate'), { application })).body).toMatchObject({
      reason: 'assigned-already',
      facts: { candidateId },
    });

    await acme.post(received(messageId, '/undo-assignment'));
    const anew = await acme.post(received(messageId, '/candidate'), { application, name: 'Harold' });
    expect(anew.body).toMatchObject({
      candidateId,
      warnings: expect.arrayContaining([{ warning: 'made-before', candidateIds: [candidateId] }]),
    });
  });

  it('warns where the address is known', async () => {
    const ida = await acme.candidate('Ida', 'ida@mail.example');
    const rejected = await acme.receives(mailFrom('Ida <ida@mail.example>', jobs));
    await acme.post(received(rejected.messageId, '/undo-assignment'));
    const made = await acme.post(received(rejected.messageId, '/candidate'), { application: { job: 'Waiter' } });
    expect(made.body).toMatchObject({ warnings: expect.arrayContaining([{ warning: 'address-known', candidateIds: [ida] }]) });
  });

  it('wants a name where the sender gives none, and an address where several sent it', async () => {
    const nameless = await acme.receives(mailFrom('nameless@stranger.example', jobs));
    expect((await acme.post(received(nameless.messageId, '/candidate'), { application })).body).toMatchObject({
      reason: 'sender-without-name',
    });
    const several = await acme.receives(mailFrom('One <one@stranger.example>, Two <two@stranger.example>', jobs));
    expect((await acme.post(received(several.messageId, '/candidate'), { application })).body).toMatchObject({
      reason: 'no-single-sender',
    });
    expect((await acme.post(received(several.messageId, '/candidate'), {})).status).toBe(400);
  });
});
