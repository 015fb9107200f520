import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryBench, leftForTheService, overSmtp } from '#test/messaging/delivery-bench.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import type { MailTransport, Transmission } from '../ports/mail-transport.port.js';

const folderOf = temporaryFolders();
const accepted: Transmission = { ok: true, end: 'accepted', words: '250 2.0.0 Ok' };
const loginRefused: Transmission = {
  ok: false,
  failure: { stage: 'login', reply: { code: 535, enhanced: '5.7.8' }, contentLeft: false },
};

let bench: DeliveryBench;
/** What happens at the server, next. */
let next: () => Transmission;

const server: MailTransport = {
  name: 'smtp',
  capabilities: { repeatable: false, leaves: true, keeps: { envelope: false, messageId: true, displayName: true } },
  send: async (_, beforeContent) => {
    const transmission = next();
    if (transmission.ok) await beforeContent();
    return transmission;
  },
  close: async () => undefined,
};

beforeEach(async () => {
  bench = await DeliveryBench.open(folderOf());
  bench.settings = overSmtp('first');
  next = () => accepted;
});

describe('a connection that refuses the login', () => {
  it('needs attention, and its mail waits', async () => {
    const id = await bench.queued();
    next = () => loginRefused;
    await bench.deliver(bench.worker(server), id);
    expect(await bench.state(id)).toMatchObject({ state: 'held', reason: 'connection-needs-attention', waitsFor: 'mailbox-1' });
    expect(bench.settings.needsAttention).toMatchObject({ reason: 'login-refused' });
  });

  it('holds no mail once another one has taken its place meanwhile: it leaves over that', async () => {
    const id = await bench.queued();
    const worker = bench.worker(server);
    next = () => {
      bench.settings = overSmtp('second');
      return loginRefused;
    };
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'queued' });
    next = () => accepted;
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'accepted' });
    expect(await bench.types(id)).toEqual(['MessageQueued', 'MessageHeld', 'MessageReleased', 'DeliveryAttemptStarted', 'MessageAccepted']);
  });

  it('holds mail where it was left for the service meanwhile and keeps it', async () => {
    const id = await bench.queued();
    next = () => {
      bench.settings = leftForTheService('keep');
      return loginRefused;
    };
    await bench.deliver(bench.worker(server), id);
    expect(await bench.state(id)).toMatchObject({ state: 'held' });
  });

  it('lets mail go that was held in the moment of the repair', async () => {
    const id = await bench.queued();
    bench.settings = { ...overSmtp('first'), needsAttention: { since: '2026-03-02T08:00:00.000Z', reason: 'login-refused' } };
    bench.nextSettings = overSmtp('first');
    await bench.deliver(bench.worker(server), id);
    expect(await bench.types(id)).toEqual(['MessageQueued', 'MessageHeld', 'MessageReleased']);
  });
});

describe('mail that was queued for a connection', () => {
  it('is held where the connection was left with keep before its turn came, and later mail is not', async () => {
    const before = await bench.queued();
    bench.settings = leftForTheService('keep');
    const after = await bench.queued();
    const worker = bench.worker(server);
    for (const id of [before, after]) await bench.deliver(worker, id);
    expect(await bench.state(before)).toMatchObject({ state: 'held', reason: 'channel-switched', mailboxId: 'mailbox-1' });
    expect(await bench.state(after)).toMatchObject({ state: 'accepted' });
  });
});
