import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { accept } from '#kernel/decision.js';
import { readMail } from '#test/mails/read-mail.js';
import { openDoor } from '#test/reception/door.js';
import { deliver } from '#test/service/smtp-client.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { systemClock } from '#platform/system/system-clock.js';
import type { Task } from '#platform/to-dos/to-do.js';
import { poolOptions, ThreadedMailParser } from '../../adapters/parsing/threaded-mail-parser.js';
import { ParsedMailsInBlobs } from '../parsing/parsed-mails-in-blobs.js';
import { ClassifyMessages } from './classify-messages.js';
import { TestMarks } from '../own-tests/test-marks.js';
import { OwnMessages } from './own-messages.js';

const folder = temporaryFolders();
const companyId = companyIdOf('acme');
const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** One mail at the door of acme, and the work that it owes. `timeMs`: how long the real parser may take. */
async function owed(raw: string | Buffer, timeMs = poolOptions.timeMs) {
  const place = folder();
  const door = await openDoor({ store: new MemoryEventStore(systemClock), folder: place });
  const parser = new ThreadedMailParser(door.config, { ...poolOptions, timeMs });
  const parsedMails = new ParsedMailsInBlobs(door.blobs);
  const own = new OwnMessages(door.store, door.config);
  const marks = new TestMarks(door.keys, door.config);
  const classifying = new ClassifyMessages(door.messages, parser, parsedMails, door.blobs, door.keys, systemClock, own, marks);
  closing.push(door.close, () => {
    parser.onApplicationShutdown();
  });
  await deliver(door.port, { from: 'ada@example.org', to: ['acme-jobs@poststelle.test'], raw });
  const streamId = (await door.received('acme'))[0]?.id ?? '';
  const work = (attempt: number, signal = new AbortController().signal) => {
    const task: Task = { companyId, streamId, lane: companyId, attempt, signal };
    return classifying.work(task);
  };
  const message = async () => (await door.received('acme'))[0]?.state;
  return { ...door, place, parsedMails, streamId, work, message };
}

const small = 'From: ada@example.org\r\nSubject: Hello\r\n\r\nDear Acme\r\n';
const tedious = `${small}${'\r\n'.repeat(1_500_000)}`;
const shortly = 200;

describe('a received mail', () => {
  it('is parsed and classified once, its content in a second blob, what screens need in the event', async () => {
    const { work, message, parsedMails, eventTypes } = await owed(readMail('person/application.eml'));
    await work(1);
    expect(await work(2)).toBe('done');
    expect(await eventTypes()).toEqual(['inbound-message.received', 'inbound-message.classified']);
    const classified = (await message())?.classified;
    expect(classified).toMatchObject({ kind: 'person', attachmentCount: 2, claimedDate: '2026-03-02T09:00:00.000Z' });
    expect(classified?.subject.read({ known: (text) => text, erased: () => '' })).toBe('Bewerbung als Ingenieurin – München');
    expect(classified?.preview.read({ known: (text) => text, erased: () => '' })).toBe(
      'Sehr geehrte Damen und Herren, ich bewerbe mich. Grüße',
    );
    expect(await parsedMails.read(classified?.parsedBlobId ?? '')).toMatchObject({ mail: { messageId: '<application-1@example.org>' } });
  });

  it('that a parser cannot read is a person’s to look at, whatever it seems to be', async () => {
    const { work, message } = await owed(`Auto-Submitted: auto-replied\r\nX-Long: ${'x'.repeat(1_100_000)}\r\n${small}`);
    await work(1);
    expect((await message())?.classified).toMatchObject({ kind: 'person', unreadable: 'header-too-large' });
  });

  it('makes an event far under 64 KB, however much is in its header', async () => {
    const people = Array.from({ length: 2_000 }, (_, n) => `"${'é'.repeat(100)}" <person${String(n)}@example.org>`).join(',\r\n ');
    const { work, store, eventTypes } = await owed(`To: ${people}\r\nSubject: ${'ü'.repeat(900)}\r\n${small}`);
    await work(1);
    expect(await eventTypes()).toContain('inbound-message.classified');
    const { events } = await store.readAll(undefined);
    expect(Math.max(...events.map(({ data }) => data.length))).toBeLessThan(64_000);
  });

  it('that is erased or expired before its turn owes nothing', async () => {
    const { work, message, keys, eventTypes } = await owed(small);
    await keys.destroy((await message())?.received.keyId ?? '');
    expect(await work(1)).toBe('done');
    expect(await eventTypes()).toEqual(['inbound-message.received']);
  });
});

describe('our own mail that comes back', () => {
  it('is a loop only where this company sent it (S2)', async () => {
    const raw = readMail('own-loop/came-back.eml');
    const strange = await owed(raw);
    await strange.work(1);
    expect((await strange.message())?.classified).toMatchObject({ kind: 'person' });

    const own = await owed(raw);
    await own.store.append(`outbound-message-${companyId}.0192f3a4-5b6c-7d8e-9f01-23456789abcd`, 'noStream', [
      { id: '0192f3a4-5b6c-7d8e-9f01-000000000001', type: 'outbound-message.queued', data: '{}', metadata: '{}' },
    ]);
    await own.work(1);
    expect((await own.message())?.classified).toMatchObject({ kind: 'own-loop', evidence: ['own-message-id'] });
  });
});

describe('quarantine', () => {
  it('waits for the third attempt that the mail defeats', async () => {
    const { work, message } = await owed(tedious, 1);
    await expect(work(1)).rejects.toMatchObject({ reason: 'time-limit' });
    await expect(work(2)).rejects.toMatchObject({ reason: 'time-limit' });
    expect((await message())?.place).toEqual({ is: 'received' });
    await work(3);
    expect((await message())?.place).toEqual({ is: 'quarantined', reason: 'time-limit', attempts: 3 });
  });

  it('S27: is no fate of an innocent mail that the service was working on whenever it was killed', async () => {
    const { work, message } = await owed(small);
    await work(10);
    expect((await message())?.classified).toMatchObject({ kind: 'person' });
  });

  it('comes before another attempt where thirty began and none ended: the mail takes the process with it', async () => {
    const { work, message } = await owed(small);
    await work(31);
    expect((await message())?.place).toEqual({ is: 'quarantined', reason: 'ended-the-service', attempts: 31 });
  });

  it('never comes of a fault of the house: the mail waits until its bytes can be read, and the attempts begin anew', async () => {
    const { work, message, place } = await owed(small);
    await rm(`${place}/blobs`, { recursive: true });
    const answer = await work(3);
    expect(answer).toMatchObject({ again: expect.any(Date) });
    expect((await message())?.place).toEqual({ is: 'received' });
  });

  it('never comes of the service going down', async () => {
    const { work, message } = await owed(tedious);
    const leaving = new AbortController();
    const working = work(3, leaving.signal).catch((fault: unknown) => fault);
    setTimeout(() => {
      leaving.abort();
    }, shortly);
    expect(await working).toMatchObject({ name: 'ParserBusy' });
    expect((await message())?.place).toEqual({ is: 'received' });
  });

  it('does not touch what was classified meanwhile', async () => {
    const { work, messages, streamId, message } = await owed(small);
    await messages.decide(streamId, serviceCause(companyId, 'test', 'test'), () =>
      accept({ type: 'MessageQuarantined', data: { reason: 'time-limit', attempts: 3 } }),
    );
    expect(await work(1)).toBe('done');
    expect((await message())?.classified).toBeUndefined();
  });
});
