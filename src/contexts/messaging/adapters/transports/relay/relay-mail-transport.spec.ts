import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { conformsToMailTransport, mailOf } from '#test/mail-transport/mail-transport-conformance.js';
import { MisbehavingRelay, type Behaviour } from '#test/peers/misbehaving-relay.js';
import { RelayMailTransport } from './relay-mail-transport.js';
import { type SmtpTimes, smtpTimes } from '#platform/smtp-client/smtp-times.js';
import { relayFrom } from './relay-url.js';

const never = new AbortController().signal;
const nothing = async () => undefined;
const abortSoon = (controller: AbortController) => async () => {
  setTimeout(() => {
    controller.abort();
  }, 50);
};
/** Long enough for a busy machine, so that only what stalls for ever is cut off, and only where a spec waits for that. */
const patient = { ...smtpTimes, answerAtShutdown: 5_000, idle: 300 };
const impatient = { ...patient, envelope: 800, content: 800, answer: 800 };

conformsToMailTransport('relay', async () => {
  const relay = await MisbehavingRelay.start();
  return {
    transport: new RelayMailTransport(relayFrom(relay.url), 'poststelle.test'),
    arrived: async () => relay.taken.map(({ raw }) => raw),
    stop: () => relay.stop(),
  };
});

const to = ({ url }: { readonly url: string }, times: SmtpTimes) => new RelayMailTransport(relayFrom(url), 'poststelle.test', times);

describe('a relay that misbehaves', () => {
  let relay: MisbehavingRelay;
  let transport: RelayMailTransport;
  beforeEach(async () => {
    relay = await MisbehavingRelay.start();
    transport = to(relay, patient);
  });
  afterEach(async () => {
    await transport.close();
    await relay.stop();
  });

  const refused = (at: 'connect' | 'sender' | 'recipient' | 'content', code: number, text: string): Behaviour => ({
    does: 'refuse',
    at,
    code,
    text,
  });

  it.each([
    [refused('connect', 421, '4.3.2 Too busy'), { stage: 'connect', reply: { code: 421, enhanced: '4.3.2' }, contentLeft: false }],
    [refused('connect', 554, '5.7.1 Go away'), { stage: 'connect', reply: { code: 554, enhanced: '5.7.1' }, contentLeft: false }],
    [refused('sender', 451, '4.3.0 Later'), { stage: 'sender', reply: { code: 451, enhanced: '4.3.0' }, contentLeft: false }],
    [refused('sender', 550, '5.7.60 Not yours'), { stage: 'sender', reply: { code: 550, enhanced: '5.7.60' }, contentLeft: false }],
    [refused('recipient', 450, 'Later'), { stage: 'recipient', reply: { code: 450 }, contentLeft: false }],
    [refused('recipient', 550, '5.1.1 Nobody'), { stage: 'recipient', reply: { code: 550, enhanced: '5.1.1' }, contentLeft: false }],
    // Pipelined, so that nobody can say which command it answers; the code decides alone.
    [refused('recipient', 421, '4.3.2 Closing'), { reply: { code: 421, enhanced: '4.3.2' }, contentLeft: false }],
    [refused('content', 554, '5.6.0 Spam'), { stage: 'after-content', reply: { code: 554, enhanced: '5.6.0' }, contentLeft: true }],
    [refused('content', 451, '4.3.0 Disk full'), { stage: 'after-content', reply: { code: 451, enhanced: '4.3.0' }, contentLeft: true }],
    [refused('content', 421, '4.3.2 Closing'), { stage: 'after-content', reply: { code: 421, enhanced: '4.3.2' }, contentLeft: true }],
  ])('tells the stage and the reply: %j', async (behaviour, failure) => {
    relay.next(behaviour);
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({ ok: false, failure });
    expect(relay.taken).toEqual([]);
  });

  it('S27: begins no attempt where the failure comes before the content', async () => {
    relay.next(refused('recipient', 550, '5.1.1 Nobody'), { does: 'stall', at: 'recipient' });
    let begun = false;
    const begin = async () => {
      begun = true;
    };
    await transport.send(mailOf('message-1'), begin, never);
    const stalled = await to(relay, impatient).send(mailOf('message-1'), begin, never);
    expect(stalled).toMatchObject({ ok: false, failure: { stage: 'sender', fault: 'timeout', contentLeft: false } });
    expect(begun).toBe(false);
  });

  it('S27: a connection cut while content is still coming is certain', async () => {
    relay.next({ does: 'reset-in-content' });
    const transmission = await transport.send(mailOf('message-1', 9_000_000), nothing, never);
    expect(transmission).toMatchObject({ ok: false, failure: { stage: 'content', fault: 'connection-lost', contentLeft: false } });
  });

  it('a relay that stops reading is certain too, and costs bounded time', async () => {
    relay.next({ does: 'stall', at: 'content' });
    const transmission = await to(relay, impatient).send(mailOf('message-1', 9_000_000), nothing, never);
    expect(transmission).toMatchObject({ ok: false, failure: { stage: 'content', fault: 'timeout', contentLeft: false } });
  });

  it.each<Behaviour>([{ does: 'reset-after-content' }, { does: 'lose-the-answer' }])(
    'S27: a connection cut after the content leaves the outcome open: %j',
    async (behaviour) => {
      relay.next(behaviour);
      const transmission = await transport.send(mailOf('message-1'), nothing, never);
      expect(transmission).toMatchObject({ ok: false, failure: { stage: 'after-content', fault: 'connection-lost', contentLeft: true } });
    },
  );

  it('S27: a reply that never comes leaves the outcome open, in bounded time', async () => {
    relay.next({ does: 'stall', at: 'after-content' });
    const transmission = await to(relay, impatient).send(mailOf('message-1'), nothing, never);
    expect(transmission).toMatchObject({ ok: false, failure: { stage: 'after-content', fault: 'timeout', contentLeft: true } });
  });

  it('S27: a shutdown cuts the content off for certain, and waits a little for a reply that is owed', async () => {
    const stopping = new AbortController();
    relay.next({ does: 'stall', at: 'content' });
    const cut = transport.send(mailOf('message-1', 9_000_000), abortSoon(stopping), stopping.signal);
    expect(await cut).toMatchObject({ failure: { stage: 'content', fault: 'interrupted', contentLeft: false } });

    const later = new AbortController();
    relay.next({ does: 'slowly-accept', ms: 150 });
    const owed = transport.send(mailOf('message-2'), abortSoon(later), later.signal);
    expect(await owed).toMatchObject({ ok: true });
  });

  it('accepts after a refusal, on a connection of its own', async () => {
    relay.next(refused('recipient', 450, 'Later'));
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({ ok: false });
    expect(await transport.send(mailOf('message-1'), nothing, never)).toMatchObject({ ok: true });
    expect(relay.timesTaken('<message-1@poststelle.test>')).toBe(1);
  });

  it('keeps a connection for the next mail of the mailbox, and leaves it when idle', async () => {
    await transport.send(mailOf('message-1'), nothing, never);
    await transport.send(mailOf('message-2'), nothing, never);
    expect(relay.connections).toBe(1);
    await pause(500);
    await transport.send(mailOf('message-3'), nothing, never);
    expect(relay.connections).toBe(2);
  });

  it('notices that the relay gave up a kept connection, and offers the mail over a new one', async () => {
    await transport.send(mailOf('message-1'), nothing, never);
    const { port } = relay;
    await relay.stop();
    relay = await MisbehavingRelay.start({ port });
    expect(await transport.send(mailOf('message-2'), nothing, never)).toMatchObject({ ok: true });
  });

  it('cannot be reached', async () => {
    await relay.stop();
    const refusedConnection = await transport.send(mailOf('message-1'), nothing, never);
    expect(refusedConnection).toMatchObject({ failure: { stage: 'connect', fault: 'refused-connection', contentLeft: false } });
    const nowhere = new RelayMailTransport(relayFrom('smtp://nowhere.invalid'), 'poststelle.test', patient);
    const unknown = await nowhere.send(mailOf('message-1'), nothing, never);
    expect(unknown).toMatchObject({ ok: false, failure: { stage: 'connect', contentLeft: false } });
    relay = await MisbehavingRelay.start();
  });

  it('takes less than the mail is', async () => {
    await relay.stop();
    relay = await MisbehavingRelay.start({ size: 1_000 });
    const small = new RelayMailTransport(relayFrom(relay.url), 'poststelle.test', patient);
    const transmission = await small.send(mailOf('message-1', 5_000), nothing, never);
    expect(transmission).toMatchObject({ failure: { stage: 'content', reply: { code: 552, enhanced: '5.3.4' } } });
  });
});

describe('a relay that wants TLS and a login', () => {
  it('is given both, and says so where the password is wrong; the password is in no answer', async () => {
    const relay = await MisbehavingRelay.start({ tls: true, login: { user: 'ops', pass: 'right' } });
    const withPassword = (pass: string) =>
      new RelayMailTransport(relayFrom(`smtp://ops:${pass}@127.0.0.1:${relay.port}`), 'poststelle.test', patient);
    expect(await withPassword('right').send(mailOf('message-1'), nothing, never)).toMatchObject({ ok: true });
    const login = Buffer.from('\0ops\0wrong-password').toString('base64');
    relay.next({ does: 'refuse', at: 'login', code: 535, text: `5.7.8 Not you: wrong-password, ${login}` });
    const refused = await withPassword('wrong-password').send(mailOf('message-1'), nothing, never);
    expect(refused).toMatchObject({ ok: false, failure: { stage: 'login', reply: { code: 535 } }, words: '535 5.7.8 Not you: […], […]' });
    await relay.stop();
  });
});
