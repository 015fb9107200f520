import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDoor } from '#test/reception/door.js';
import { FailingStore } from '#test/reception/failing-store.js';
import { SmtpTalk } from '#test/reception/smtp-talk.js';
import { deliver } from '#test/service/smtp-client.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { SqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store.js';
import { systemClock } from '#platform/system/system-clock.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { accept } from '#kernel/decision.js';

const folder = temporaryFolders();
const open: { close(): Promise<void> }[] = [];

async function door(store: EventStore, place = folder()) {
  const opened = await openDoor({ store, folder: place });
  open.push(opened);
  const send = (raw: string | Buffer, ...to: readonly string[]) =>
    deliver(opened.port, { from: 'ada@example.org', to: to.length === 0 ? [acme] : to, raw });
  return { ...opened, send };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const [acme, beta] = ['acme-jobs@poststelle.test', 'beta-jobs@poststelle.test'];
const mail = (text: string, header = 'From: ada@example.org\r\nMessage-ID: <1@example.org>\r\n') => `${header}\r\n${text}\r\n`;
const inMemory = () => new MemoryEventStore(systemClock);

describe.each([
  ['memory', async () => inMemory()],
  ['sqlite', async () => SqliteEventStore.open(join(folder(), 'events.sqlite'), systemClock)],
])('a mail accepted over SMTP with the %s store', (_, storeOf) => {
  it('is there, with its bytes, its envelope and its client', async () => {
    const opened = await door(await storeOf());
    expect(await opened.send(mail('Dear Acme'))).toMatchObject({ accepted: true, code: 250 });
    const [message] = await opened.received('acme');
    const { received } = message?.state ?? {};
    expect(received).toMatchObject({ generation: 1, size: mail('Dear Acme').length });
    expect(received?.recipients.read<unknown>({ known: (value) => value, erased: () => 0 })).toEqual([acme]);
    expect(received?.envelopeSender.read<unknown>({ known: (value) => value, erased: () => 0 })).toBe('ada@example.org');
    expect(received?.client.read<unknown>({ known: (value) => value, erased: () => 0 })).toMatchObject({ address: '127.0.0.1' });
    expect(await opened.raw(received?.blobId ?? '')).toBe(mail('Dear Acme'));
  });
});

describe('one mail, one message', () => {
  it('S10: the same mail over another path, with other trace fields and recipients, is no second message', async () => {
    const opened = await door(inMemory());
    await opened.send(`Received: by one\r\n${mail('Dear Acme')}`);
    await opened.send(
      `Received: by another\r\nDelivered-To: jobs@acme.example\r\n${mail('Dear Acme')}`,
      'acme-jobs+berlin@poststelle.test',
    );
    expect(await opened.eventTypes()).toEqual(['inbound-message.received', 'inbound-message.received-again']);
    expect(await opened.blobCount()).toBe(1);
  });

  it('S11: a mail without Message-ID delivered twice is one message', async () => {
    const opened = await door(inMemory());
    await opened.send(mail('Dear Acme', 'From: ada@example.org\r\n'));
    await opened.send(mail('Dear Acme', 'From: ada@example.org\r\n'));
    expect(await opened.eventTypes()).toEqual(['inbound-message.received']);
  });

  it('S12: other content under a used Message-ID is another message', async () => {
    const opened = await door(inMemory());
    await opened.send(mail('Dear Acme'));
    await opened.send(mail('Forged'));
    expect(await opened.received('acme')).toHaveLength(2);
  });

  it('the same mail over ten sessions at once is one message, and everybody hears 250', async () => {
    const opened = await door(inMemory());
    const replies = await Promise.all(Array.from({ length: 10 }, () => opened.send(mail('Dear Acme'))));
    expect(replies.every(({ accepted }) => accepted)).toBe(true);
    expect(await opened.received('acme')).toHaveLength(1);
    expect(await opened.blobCount()).toBe(1);
  });

  it('a stream stays short however often and over however many paths the same mail comes', async () => {
    const opened = await door(inMemory());
    for (let path = 0; path < 14; path += 1) await opened.send(mail('Dear Acme'), `acme-jobs+path${String(path)}@poststelle.test`);
    expect(await opened.eventTypes()).toHaveLength(11);
  });

  it('after the message expired or was erased the same mail is a new message of the next generation', async () => {
    const opened = await door(inMemory());
    await opened.send(mail('Dear Acme'));
    const [first] = await opened.received('acme');
    const companyId = companyIdOf('acme');
    await opened.messages.decide(first?.id ?? '', serviceCause(companyId, 'expire', 'test'), () =>
      accept({ type: 'MessageExpired', data: { confirmedByAdministrator: true } }),
    );
    await opened.send(mail('Dear Acme'));
    const second = (await opened.received('acme'))[1];
    await opened.keys.destroy(second?.state.received.keyId ?? '');
    await opened.send(mail('Dear Acme'));
    expect((await opened.received('acme')).map(({ state }) => state.received.generation)).toEqual([1, 2, 3]);
  });
});

describe('several companies among the recipients', () => {
  it('each has its own message under its own key, and hears only of its own recipients', async () => {
    const opened = await door(inMemory());
    await opened.send(mail('Dear both'), acme, beta);
    const [[one], [other]] = [await opened.received('acme'), await opened.received('beta')];
    expect(one?.id).not.toBe(other?.id);
    expect(one?.state.received.keyId).not.toBe(other?.state.received.keyId);
    expect(one?.state.received.recipients.read<unknown>({ known: (value) => value, erased: () => 0 })).toEqual([acme]);
    expect(other?.state.received.recipients.read<unknown>({ known: (value) => value, erased: () => 0 })).toEqual([beta]);
  });

  it('all of them have it or the client keeps it, and its repeat makes nothing twice', async () => {
    const store = new FailingStore(2, 'not-appended');
    const opened = await door(store);
    expect(await opened.send(mail('Dear both'), acme, beta)).toMatchObject({ code: 451 });
    store.mend();
    expect(await opened.send(mail('Dear both'), acme, beta)).toMatchObject({ code: 250 });
    expect(await opened.eventTypes()).toEqual(['inbound-message.received', 'inbound-message.received']);
  });
});

describe('what is not durable is not accepted', () => {
  it('a store that fails is 451, and the repeat is accepted', async () => {
    const store = new FailingStore(1, 'not-appended');
    const opened = await door(store);
    expect(await opened.send(mail('Dear Acme'))).toMatchObject({ accepted: false, code: 451 });
    store.mend();
    expect(await opened.send(mail('Dear Acme'))).toMatchObject({ accepted: true });
    expect(await opened.received('acme')).toHaveLength(1);
  });

  it('S27: an outcome that nobody knows is 451, its blob is kept, and the repeat finds the message', async () => {
    const store = new FailingStore(1, 'appended-unheard');
    const opened = await door(store);
    expect(await opened.send(mail('Dear Acme'))).toMatchObject({ accepted: false, code: 451 });
    store.mend();
    expect(await opened.send(mail('Dear Acme'))).toMatchObject({ accepted: true });
    const [message, another] = await opened.received('acme');
    expect(another).toBeUndefined();
    expect(await opened.raw(message?.state.received.blobId ?? '')).toBe(mail('Dear Acme'));
  });

  it('a client that goes away within the content leaves nothing', async () => {
    const opened = await door(inMemory());
    const talk = await SmtpTalk.with(opened.port);
    await talk.begin(acme);
    talk.socket.write('Subject: x\r\n\r\nhalf of');
    await pause(50);
    talk.end();
    await pause(100);
    expect(await opened.eventTypes()).toEqual([]);
    expect(await opened.blobCount()).toBe(0);
    expect(await opened.blobs.discardAbandoned(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('a slow client is waited for', async () => {
    const opened = await door(inMemory());
    const talk = await SmtpTalk.with(opened.port);
    await talk.begin(acme);
    for (const byte of 'Subject: slow\r\n\r\nbyte by byte\r\n') {
      talk.socket.write(byte);
      await pause(2);
    }
    expect(await talk.say('.')).toMatch(/^250 /);
    talk.end();
    expect(await opened.raw((await opened.received('acme'))[0]?.state.received.blobId ?? '')).toContain('byte by byte');
  });

  it('whatever bytes come are accepted as they are, or refused with a code', async () => {
    const opened = await door(inMemory());
    const crooked = fc.array(fc.constantFrom('\r', '\n', '\r\n', '.', '..', '\0', 'From: x', '\xff', ' ', ':', '--'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(crooked, async (parts) => {
        const before = (await opened.received('acme')).length;
        const raw = Buffer.from(`X-Run: ${String(Math.random())}\r\n${parts.join('')}\r\n`, 'latin1');
        const { accepted, code } = await opened.send(raw);
        expect(accepted ? (await opened.received('acme')).length >= before : code >= 400).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
