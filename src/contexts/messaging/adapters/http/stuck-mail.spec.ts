import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SendingDesk } from '#test/messaging/sending-desk.js';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';

describe('what a person says about mail that is stuck', () => {
  let relay: MisbehavingRelay;
  let desk: SendingDesk;
  let candidateId: string;
  beforeAll(async () => {
    relay = await MisbehavingRelay.start();
    desk = await SendingDesk.open({ POSTSTELLE_SERVICE_RELAY: relay.url });
    ({ candidateId } = await desk.candidate('anna@candidate.example'));
  });
  afterAll(async () => {
    await desk.closeForGood();
    await relay.stop();
  });

  it('S27, S29: sent only where the relay took it, without a warning', async () => {
    const told = await desk.send(candidateId);
    expect(told.body['warnings']).toEqual([]);
    const shown = await desk.reaches(String(told.body['messageId']), 'accepted');
    expect(shown['explanation']).toBe('Was taken by the server; what became of it afterwards is not known.');
    expect(relay.timesTaken(String(shown['messageIdHeader']))).toBe(1);
  });

  it('S27, S28: an uncertain message is listed, and goes again only by send-again', async () => {
    relay.next({ does: 'lose-the-answer' });
    const id = await desk.sent(candidateId);
    const shown = await desk.reaches(id, 'uncertain');
    expect(shown['tries']).toMatchObject([{ attempt: 1, outcome: 'uncertain', reason: 'connection-lost-after-content' }]);
    const listed = await desk.ask('GET', `${desk.company}/sent-messages?state=uncertain`);
    expect(listed.body['items']).toMatchObject([{ messageId: id, state: 'uncertain' }]);
    expect(await desk.say(id, 'cancel')).toMatchObject({ status: 409, body: { reason: 'message-may-have-left' } });
    expect(await desk.say(id, 'send-again')).toMatchObject({ status: 200, body: { warnings: [] } });
    await desk.reaches(id, 'accepted');
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(2);
  });

  it('S27: an uncertain message that arrived is confirmed, and never sent again', async () => {
    relay.next({ does: 'lose-the-answer' });
    const id = await desk.sent(candidateId);
    await desk.reaches(id, 'uncertain');
    expect((await desk.say(id, 'confirm-delivered')).status).toBe(200);
    expect(await desk.reaches(id, 'accepted')).toMatchObject({ explanation: 'Arrived, as a person confirmed.' });
    expect(await desk.say(id, 'confirm-delivered')).toMatchObject({ status: 409, body: { reason: 'message-is-not-uncertain' } });
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
  });

  it('S17: a refused one is shown with the server’s words, and warns the next time', async () => {
    const { candidateId: gone } = await desk.candidate('gone@candidate.example');
    relay.next({ does: 'refuse', at: 'recipient', code: 550, text: '5.1.1 Nobody here' });
    const id = await desk.sent(gone);
    const shown = await desk.reaches(id, 'rejected');
    expect(shown['tries']).toEqual([
      { outcome: 'rejected', stage: 'recipient', reason: 'recipient-refused', code: '550 5.1.1', response: '550 5.1.1 Nobody here' },
    ]);
    const list = await desk.ask('GET', `${desk.company}/sent-messages?state=rejected`);
    expect(list.body['items']).toMatchObject([{ messageId: id, marksAddress: true }]);
    const warned = await desk.send(gone);
    expect(warned.body['warnings']).toEqual(['address-bounced']);
    await desk.reaches(String(warned.body['messageId']), 'accepted');
  });

  it('a deferred one can be cancelled', async () => {
    relay.next({ does: 'refuse', at: 'recipient', code: 450, text: '4.2.1 Busy' });
    const id = await desk.sent(candidateId);
    expect(await desk.reaches(id, 'deferred')).toMatchObject({ retryAt: expect.any(String) });
    expect((await desk.say(id, 'cancel')).status).toBe(200);
    expect(await desk.reaches(id, 'cancelled')).toMatchObject({ explanation: 'Cancelled before it left.' });
  });

  it('S27: a restart in between changes nothing: what was taken is not sent again', async () => {
    const id = await desk.sent(candidateId);
    await desk.reaches(id, 'accepted');
    await desk.close();
    desk = await SendingDesk.open({ POSTSTELLE_SERVICE_RELAY: relay.url }, desk);
    await desk.reaches(await desk.sent(candidateId), 'accepted');
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
  });
});

describe('RFC 6531: a message whose recipient the relay cannot be told', () => {
  it('is rejected, says why, and warns of no bad address', async () => {
    const ascii = await MisbehavingRelay.start({ asciiOnly: true });
    const desk = await SendingDesk.open({ POSTSTELLE_SERVICE_RELAY: ascii.url });
    const { candidateId: umlaut } = await desk.candidate('änna@candidate.example');
    const id = await desk.sent(umlaut);
    expect(await desk.reaches(id, 'rejected')).toMatchObject({
      explanation: expect.stringContaining('once the server offers SMTPUTF8'),
      marksAddress: false,
      tries: [{ outcome: 'rejected', stage: 'recipient', reason: 'smtputf8-not-offered' }],
    });
    expect((await desk.send(umlaut)).body['warnings']).toEqual([]);
    await desk.closeForGood();
    await ascii.stop();
  });
});

describe('an installation that delivers only to some', () => {
  it('holds everybody else back, and says so in every answer', async () => {
    const desk = await SendingDesk.open({ POSTSTELLE_ONLY_DELIVER_TO: '@acme.example' });
    const { candidateId } = await desk.candidate('anna@candidate.example');
    const warnings = ['nothing-leaves-this-machine', 'only-deliver-to', 'will-be-held'];
    const told = await desk.send(candidateId);
    expect(told.body['warnings']).toEqual(warnings);
    const id = String(told.body['messageId']);
    expect(await desk.reaches(id, 'held')).toMatchObject({ warnings });
    expect((await desk.say(id, 'send-again')).body['warnings']).toEqual(warnings);
    await desk.reaches(id, 'held');

    await desk.close();
    const open = await SendingDesk.open({}, desk);
    expect((await open.say(id, 'send-again')).body['warnings']).toEqual(['nothing-leaves-this-machine']);
    await open.reaches(id, 'written-to-local-outbox');
    await open.closeForGood();
  });
});
