import { describe, expect, it } from '@jest/globals';
import type { Readable } from 'node:stream';
import { Personal } from '#kernel/personal.js';
import type { Blobs } from '#platform/blobs/blobs.port.js';
import { FileBlobs } from '#platform/blobs/files/file-blobs.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { EventSourcedStreamsFactory } from '#platform/event-store/event-sourced-streams-factory.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';
import { classified, queued, received } from '#test/messaging/inbound-history.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { inboundMessageCodecs } from '../../adapters/events/inbound-message.codecs.js';
import { confirmExpiry } from '../../domain/inbound-message/expire-message.js';
import { inboundMessage } from '../../domain/inbound-message/inbound-message.js';
import { openMessage } from '../../domain/inbound-message/open-message.js';
import { MessageExpiry } from './message-expiry.js';

const newFolder = temporaryFolders();
const day = 86_400_000;
const companyId = '3b1f9c0e-0000-5000-8000-000000000001';
const id = '3b1f9c0e-0000-5000-8000-000000000002';
const by = (what: string) => serviceCause(companyId, what, id);

/** A message that waits, with its raw and parsed content, and a clock that is set by hand. */
async function waiting() {
  const clock = { time: new Date('2026-01-01T00:00:00Z'), now: () => clock.time };
  const keys = new InMemoryDataKeys();
  const blobs: Blobs = await FileBlobs.open(newFolder(), keys, clock);
  const messages = new EventSourcedStreamsFactory(new MemoryEventStore(clock), new CodecCatalogue(), keys, clock).of(
    inboundMessage,
    inboundMessageCodecs,
  );
  const key = await keys.take();
  const keep = async (content: string) => {
    const writer = await blobs.begin(key);
    await writer.write(Buffer.from(content));
    return writer.commit({ companyId, category: 'inbound-message', streamId: id });
  };
  const blobId = await keep('raw');
  const parsedBlobId = await keep('parsed');
  const personal = {
    recipients: Personal.under(key.id, []),
    envelopeSender: Personal.under(key.id, ''),
    client: Personal.under(key.id, { address: '', helo: '' }),
  };
  const first = { ...received, data: { ...received.data, ...personal, keyId: key.id, blobId } };
  const { data } = classified();
  const sealed = { subject: Personal.under(key.id, 'Hello'), from: Personal.under(key.id, []), addressees: Personal.under(key.id, []) };
  const read = { ...data, ...sealed, preview: Personal.under(key.id, ''), attachments: Personal.under(key.id, []), parsedBlobId };
  await messages.begin(id, by('receive'), first, { type: 'MessageClassified', data: read }, queued);
  return { clock, keys, blobs, messages, key, blobId, parsedBlobId, expiry: new MessageExpiry(messages, keys, blobs, clock) };
}

describe('unassigned mail after its time', () => {
  it('is announced twice, waits for a word because nobody opened it, and then nothing of it is left', async () => {
    const { clock, keys, blobs, messages, key, blobId, parsedBlobId, expiry } = await waiting();
    const types = async () => (await messages.load(companyId, id))?.events.slice(3).map(({ type }) => type);
    await expiry.step(companyId, id);
    expect(await expiry.step(companyId, id)).toEqual({ again: new Date(clock.time.getTime() + 23 * day) });
    clock.time = new Date(clock.time.getTime() + 23 * day);
    await expiry.step(companyId, id);
    clock.time = new Date(clock.time.getTime() + 7 * day);
    await expiry.step(companyId, id);
    expect(await types()).toEqual(['ExpiryAnnounced', 'ExpiryAnnounced', 'ExpiryConfirmationRequested']);
    expect(await expiry.step(companyId, id)).toBe('done');
    await expect(expiry.destroy(companyId, id)).rejects.toThrow('has not expired');

    await messages.decide(id, by('confirm'), confirmExpiry);
    await expiry.destroy(companyId, id);
    await expiry.destroy(companyId, id);
    expect(await keys.find(key.id)).toBe('destroyed');
    expect(await gone(blobs, blobId)).toBe(true);
    expect(await gone(blobs, parsedBlobId)).toBe(true);
    const left = await messages.load(companyId, id);
    expect(left?.state.classified?.subject.read({ known: (text) => text, erased: () => 'erased' })).toBe('erased');
  });

  it('goes by itself when somebody has looked at it', async () => {
    const { clock, messages, expiry } = await waiting();
    await messages.decide(id, by('open'), (message) => openMessage(message, 'rita'));
    await expiry.step(companyId, id);
    clock.time = new Date(clock.time.getTime() + 23 * day);
    await expiry.step(companyId, id);
    clock.time = new Date(clock.time.getTime() + 7 * day);
    await expiry.step(companyId, id);
    expect((await messages.load(companyId, id))?.state.place.is).toBe('expired');
  });
});

async function gone(blobs: Blobs, blobId: string): Promise<boolean> {
  const content: Readable | 'erased' = await blobs.read(blobId);
  return content === 'erased';
}
