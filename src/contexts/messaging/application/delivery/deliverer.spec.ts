import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryBench } from '#test/messaging/delivery-bench.js';
import { MisbehavingRelay } from '#test/peers/misbehaving-relay.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { LocalOutboxMailTransport } from '../../adapters/transports/local-outbox/local-outbox-mail-transport.js';
import { RelayMailTransport } from '../../adapters/transports/relay/relay-mail-transport.js';
import { smtpTimes } from '#platform/smtp-client/smtp-times.js';
import { relayFrom } from '../../adapters/transports/relay/relay-url.js';
import { cancelMessage } from '../../domain/outbound-message/cancel-message.js';
import { confirmDelivered } from '../../domain/outbound-message/confirm-delivered.js';
import { sendAgain } from '../../domain/outbound-message/send-again.js';
import type { MailTransport, OutgoingMail, Transmission } from '../ports/mail-transport.port.js';
import type { Deliverer } from './deliverer.js';

const times = { ...smtpTimes, idle: 300 };
const folderOf = temporaryFolders();

describe('delivering over a relay', () => {
  let relay: MisbehavingRelay;
  let bench: DeliveryBench;
  let transport: RelayMailTransport;
  let worker: Deliverer;
  beforeEach(async () => {
    relay = await MisbehavingRelay.start();
    bench = await DeliveryBench.open(folderOf());
    transport = new RelayMailTransport(relayFrom(relay.url), 'poststelle.test', times);
    worker = bench.worker(transport);
  });
  afterEach(async () => {
    await transport.close();
    await relay.stop();
  });

  it('R10, R13: hands the mail over once, with the message’s own envelope sender', async () => {
    const id = await bench.queued();
    await bench.deliver(worker, id);
    expect(await bench.types(id)).toEqual(['MessageQueued', 'DeliveryAttemptStarted', 'MessageAccepted']);
    expect(relay.taken).toMatchObject([{ messageId: `<${id}@poststelle.test>`, to: ['anna@candidate.example'] }]);
    expect(relay.taken[0]?.from).toMatch(/^acme-jobs\+[a-z2-7]{16}@poststelle\.test$/);
    await bench.deliver(worker, id);
    expect(relay.taken).toHaveLength(1);
  });

  it('4xx then 2xx: deferred for a minute, then the same bytes again', async () => {
    const id = await bench.queued();
    relay.next({ does: 'refuse', at: 'content', code: 451, text: '4.3.0 Try again' });
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'deferred', reason: 'refused-for-now', retryAt: '2026-03-02T08:01:00.000Z' });
    const first = (await bench.state(id)).lastAttempt;
    bench.later(1);
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'accepted', attempts: 2 });
    expect((await bench.state(id)).lastAttempt?.blobId).toBe(first?.blobId);
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
  });

  it('is given up 5 days after the first failure, however it fails', async () => {
    const id = await bench.queued();
    for (let tries = 0; tries < 50 && (await bench.state(id)).state !== 'given-up'; tries++) {
      relay.next({ does: 'refuse', at: 'recipient', code: 450, text: '4.2.1 Busy' });
      await bench.deliver(worker, id);
      const now = await bench.state(id);
      if (now.state === 'deferred') bench.now = new Date(now.retryAt);
    }
    expect(await bench.state(id)).toMatchObject({ state: 'given-up', reason: 'refused-for-now' });
    expect(bench.now).toEqual(new Date('2026-03-07T08:00:00.000Z'));
    expect((await bench.types(id)).length).toBeLessThan(100);
  });

  it('5xx at RCPT and at DATA reject it, with the server’s words kept as personal data', async () => {
    const [nobody, spam] = [await bench.queued(), await bench.queued()];
    relay.next({ does: 'refuse', at: 'recipient', code: 550, text: '5.1.1 No anna here' });
    await bench.deliver(worker, nobody);
    expect(await bench.state(nobody)).toMatchObject({ state: 'rejected', reason: 'recipient-refused', marksAddress: true, attempts: 0 });
    relay.next({ does: 'refuse', at: 'content', code: 554, text: '5.6.0 Spam' });
    await bench.deliver(worker, spam);
    expect(await bench.state(spam)).toMatchObject({ state: 'rejected', reason: 'content-refused', marksAddress: false, attempts: 1 });
    const told = (await bench.facts(nobody)).find(({ type }) => type === 'MessageRejected');
    expect(JSON.stringify(told)).not.toContain('No anna here');
    expect(told?.data).toMatchObject({ code: '550 5.1.1' });
  });

  it('S27: a lost answer is uncertain: nothing is sent again until a person says so, and then under the same Message-ID', async () => {
    const id = await bench.queued();
    relay.next({ does: 'lose-the-answer' });
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'uncertain', reason: 'connection-lost-after-content' });
    bench.later(60 * 24);
    await bench.deliver(worker, id);
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
    await bench.say(id, sendAgain);
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'accepted' });
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(2);
    expect(new Set(relay.taken.map(({ raw }) => raw)).size).toBe(1);
  });

  it('S27: a person who knows that it arrived ends it without another mail', async () => {
    const id = await bench.queued();
    relay.next({ does: 'reset-after-content' });
    await bench.deliver(worker, id);
    await bench.say(id, confirmDelivered);
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'accepted', by: 'person' });
    expect(relay.taken).toEqual([]);
  });

  it('S27: what was cut while content was still coming is certain, and goes again by itself', async () => {
    const id = await bench.queued('anna@candidate.example', 'x'.repeat(7_000_000));
    relay.next({ does: 'reset-in-content' });
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'deferred', reason: 'connection-lost' });
    bench.later(1);
    await bench.deliver(worker, id);
    expect(await bench.state(id)).toMatchObject({ state: 'accepted' });
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
  });

  it('a refused login defers the mailbox’s mail, not only the one message, and its mail goes on after a minute', async () => {
    const [first, second] = [await bench.queued(), await bench.queued()];
    relay.next({ does: 'refuse', at: 'sender', code: 530, text: '5.7.57 Log in first' });
    await bench.deliver(worker, first);
    expect(await bench.state(first)).toMatchObject({ state: 'deferred', reason: 'sender-or-login-refused' });
    expect(await bench.deliver(worker, second)).toEqual({ again: new Date('2026-03-02T08:01:00.000Z') });
    expect(await bench.types(second)).toEqual(['MessageQueued']);
    bench.later(1);
    await bench.deliver(worker, second);
    expect(await bench.state(second)).toMatchObject({ state: 'accepted' });
  });

  it('cancelled while the relay is being reached: nothing leaves', async () => {
    const id = await bench.queued();
    const cancelling = intercepted(transport, () => bench.say(id, cancelMessage));
    await bench.deliver(bench.worker(cancelling), id);
    expect(await bench.types(id)).toEqual(['MessageQueued', 'MessageCancelled']);
    expect(relay.taken).toEqual([]);
  });

  it('S27: the process dies after the content left: the next start finds the open attempt and does not send again', async () => {
    const id = await bench.queued();
    const dying = intercepted(transport, undefined, () => {
      throw new Error('The process dies here.');
    });
    await expect(bench.deliver(bench.worker(dying), id)).rejects.toThrow('dies here');
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
    await bench.deliver(bench.worker(transport), id);
    expect(await bench.state(id)).toMatchObject({ state: 'uncertain', reason: 'interrupted' });
    expect(relay.timesTaken(`<${id}@poststelle.test>`)).toBe(1);
  });

  it('a shutdown before anything left is no failure of the message', async () => {
    const id = await bench.queued();
    expect(await bench.deliver(worker, id, AbortSignal.abort())).toEqual({ again: bench.now });
    expect(await bench.types(id)).toEqual(['MessageQueued']);
  });

  it('S37: nothing of somebody erased leaves', async () => {
    const id = await bench.queued();
    await bench.keys.destroy((await bench.state(id)).queued.keyId);
    await bench.deliver(worker, id);
    expect(await bench.types(id)).toEqual(['MessageQueued', 'MessageCancelled']);
    expect(relay.connections).toBe(0);
  });
});

describe('limits of delivery', () => {
  it('holds what may not leave, and again after send-again while the operator’s list stands', async () => {
    const folder = folderOf();
    const bench = await DeliveryBench.open(folder, { POSTSTELLE_ONLY_DELIVER_TO: '@acme.example' });
    const worker = bench.worker(new LocalOutboxMailTransport(join(folder, 'outbox')));
    const [outside, inside] = [await bench.queued(), await bench.queued('rita@acme.example')];
    await bench.deliver(worker, outside);
    await bench.deliver(worker, inside);
    expect(await bench.state(outside)).toMatchObject({ state: 'held', reason: 'only-deliver-to' });
    expect(await bench.state(inside)).toMatchObject({ state: 'written-to-local-outbox' });
    await bench.say(outside, sendAgain);
    await bench.deliver(worker, outside);
    expect(await bench.state(outside)).toMatchObject({ state: 'held' });
    expect(await readdir(join(folder, 'outbox'))).toEqual([`${inside}.eml`]);
  });

  it('a mailbox sends so many messages a minute', async () => {
    const folder = folderOf();
    const bench = await DeliveryBench.open(folder, { POSTSTELLE_MAILBOX_RATE_PER_MINUTE: '2' });
    const worker = bench.worker(new LocalOutboxMailTransport(join(folder, 'outbox')));
    const ids = [await bench.queued(), await bench.queued(), await bench.queued()];
    const answers = [];
    for (const id of ids) answers.push(await bench.deliver(worker, id));
    expect(answers).toEqual([undefined, undefined, { again: new Date('2026-03-02T08:01:00.000Z') }]);
  });

  it('S27, S28: the local outbox is repeatable: an attempt that a crash cut off is made again, and is one file', async () => {
    const folder = folderOf();
    const bench = await DeliveryBench.open(folder);
    const outbox = new LocalOutboxMailTransport(join(folder, 'outbox'));
    const id = await bench.queued();
    const dying = intercepted(outbox, undefined, () => {
      throw new Error('The process dies here.');
    });
    await expect(bench.deliver(bench.worker(dying), id)).rejects.toThrow('dies here');
    await bench.deliver(bench.worker(outbox), id);
    expect(await bench.state(id)).toMatchObject({ state: 'written-to-local-outbox', attempts: 2 });
    expect(await readdir(join(folder, 'outbox'))).toEqual([`${id}.eml`]);
  });
});

/** The same transport, with something that happens before the content leaves, or after it did. */
function intercepted(transport: MailTransport, before?: () => Promise<void>, after?: () => void): MailTransport {
  return {
    name: transport.name,
    capabilities: transport.capabilities,
    close: () => transport.close(),
    send: async (mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission> => {
      const first = async () => {
        await before?.();
        await beforeContent();
      };
      const transmission = await transport.send(mail, first, signal);
      after?.();
      return transmission;
    },
  };
}
