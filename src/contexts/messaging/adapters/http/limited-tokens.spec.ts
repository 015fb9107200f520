import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '#test/http/at.js';
import { Acme, mailFrom } from '#test/messaging/acme.js';
import type { Caller } from '#test/messaging/mail-room.js';

let acme: Acme;
let north: string;
let south: string;
let ofNorth: Caller;
beforeAll(async () => {
  acme = await Acme.open();
  [north, south] = [await acme.subsidiary('North', 'north'), await acme.subsidiary('South', 'south')];
  ofNorth = await acme.room.caller({ subsidiaries: [north], subject: 'nora' });
});
afterAll(() => acme.close());

const received = (id: string, rest = '') => `/received-messages/${id}${rest}`;
const ask = (path: string, body: object) => acme.post(path, body, undefined, ofNorth);

async function applicantAt(name: string, ...subsidiaries: readonly string[]): Promise<{ id: string; applications: readonly string[] }> {
  const made = await acme.post('/candidates', { name, addresses: [`${name}@mail.example`] });
  const id = at(made.body, 'candidateId');
  const applications: string[] = [];
  for (const subsidiaryId of subsidiaries) {
    const opened = await acme.post(`/candidates/${id}/applications`, { job: 'Cook', subsidiaryId });
    applications.push(at(opened.body, 'applicationId'));
  }
  return { id, applications };
}

/** From somebody unknown, to the tag of the subsidiary. */
async function stranger(tag: string): Promise<string> {
  const to = `acme-jobs+${tag}@poststelle.test`;
  return (await acme.receives(mailFrom(`Zoe <zoe@${tag}.example>`, to), [to])).messageId;
}

describe('a token limited to a subsidiary', () => {
  it('S31: assigns its mail to nobody, and to no application, that is elsewhere alone', async () => {
    const [elsewhere, both] = [await applicantAt('ada', south), await applicantAt('bea', south, north)];
    const message = received(await stranger('north'));
    for (const word of ['/assign', '/reassign']) {
      expect(await ask(`${message}${word}`, { candidateId: elsewhere.id })).toMatchObject({ body: { reason: 'candidate-unknown' } });
      expect(await ask(`${message}${word}`, { candidateId: both.id, applicationId: both.applications[0] })).toMatchObject({
        body: { reason: 'application-unknown' },
      });
    }
    expect((await ask(`${message}/assign`, { candidateId: both.id })).status).toBe(200);
    // Of the two open ones only that at its own subsidiary is there for it, so that nothing is left to choose.
    expect((await acme.get(message, ofNorth)).body).toMatchObject({ candidateId: both.id, applicationId: both.applications[1] });
    expect(await ask(`${message}/application`, { applicationId: both.applications[0] })).toMatchObject({
      body: { reason: 'application-unknown' },
    });
    expect((await ask(`${message}/reassign`, { candidateId: elsewhere.id })).body).toMatchObject({ reason: 'candidate-unknown' });
  });

  it('S31: finds no mail that is elsewhere, to whomever it would assign it', async () => {
    const { id } = await applicantAt('cid', north);
    for (const tag of ['south', 'untagged'])
      expect(await ask(received(await stranger(tag), '/assign'), { candidateId: id })).toMatchObject({ status: 404 });
  });

  it('makes a candidate from a message at its own subsidiary alone', async () => {
    const message = received(await stranger('north'), '/candidate');
    expect(await ask(message, { application: { job: 'Cook', subsidiaryId: south } })).toMatchObject({
      status: 404,
      body: { reason: 'subsidiary-not-found' },
    });
    const made = await ask(message, { application: { job: 'Cook' } });
    expect(made.status).toBe(201);
    expect((await acme.get(`/candidates/${at(made.body, 'candidateId')}`, ofNorth)).body).toMatchObject({
      applications: [{ subsidiaryId: north }],
    });
  });

  it('S31: writes to nobody, and for no application, that is elsewhere alone, and reads no such conversation', async () => {
    const [elsewhere, both] = [await applicantAt('dan', south), await applicantAt('eva', south, north)];
    const body = { subject: 'Hello', text: 'Hello' };
    expect(await ask(`/candidates/${elsewhere.id}/messages`, body)).toMatchObject({ status: 404, body: { reason: 'not-found' } });
    expect((await acme.get(`/candidates/${elsewhere.id}/messages`, ofNorth)).status).toBe(404);
    expect(await ask(`/candidates/${both.id}/messages`, { ...body, applicationId: both.applications[0] })).toMatchObject({
      status: 422,
      body: { reason: 'application-not-the-candidates' },
    });
    const sent = await ask(`/candidates/${both.id}/messages`, body);
    expect(sent.status).toBe(202);
    expect((await acme.get(`/sent-messages/${at(sent.body, 'messageId')}`, ofNorth)).body).toMatchObject({
      applicationId: both.applications[1],
    });
  });

  it('answers no mail that is elsewhere', async () => {
    const { id, applications } = await applicantAt('fay', south, north);
    const messageId = await stranger('south');
    await acme.post(received(messageId, '/assign'), { candidateId: id, applicationId: applications[0] });
    const answer = { subject: 'Re', text: 'Hello', answers: messageId };
    expect(await ask(`/candidates/${id}/messages`, answer)).toMatchObject({ body: { reason: 'answered-message-unknown' } });
    expect((await acme.post(`/candidates/${id}/messages`, answer)).status).toBe(202);
  });

  it('sees and touches no sent message that is elsewhere', async () => {
    const { id } = await applicantAt('gus', south);
    const { id: messageId } = await acme.write(id);
    for (const word of ['confirm-delivered', 'send-again', 'cancel', 'clear-bounce-mark'])
      expect([word, (await ask(`/sent-messages/${messageId}/${word}`, {})).status]).toEqual([word, 404]);
    expect((await ask(`/sent-messages/${messageId}/resend`, { to: 'gus@mail.example' })).status).toBe(404);
    expect((await acme.get(`/sent-messages/${messageId}/content/raw`, ofNorth)).status).toBe(404);
  });
});
