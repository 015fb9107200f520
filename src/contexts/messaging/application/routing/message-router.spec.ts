import { describe, expect, it } from '@jest/globals';
import { Personal } from '#kernel/personal.js';
import { readConfig } from '#platform/config/read-config.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import { serviceCause } from '#platform/event-store/cause.js';
import { EventSourcedStreamsFactory } from '#platform/event-store/event-sourced-streams-factory.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { ReadModelBehind } from '#platform/projections/projection.js';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';
import { classified, received } from '#test/messaging/inbound-history.js';
import { known } from '#test/messaging/ladder.js';
import { inboundMessageCodecs } from '../../adapters/events/inbound-message.codecs.js';
import { inboundMessage } from '../../domain/inbound-message/inbound-message.js';
import type { LookUps } from './look-ups.js';
import { MessageRouter } from './message-router.js';

const companyId = '3b1f9c0e-0000-5000-8000-000000000001';
const id = '3b1f9c0e-0000-5000-8000-000000000002';
const clock = { now: () => new Date() };
const acme = { companyId, slug: 'acme', name: 'Acme', languages: ['en'], timeZone: 'UTC', subsidiaries: [] };

/** A classified message of which the parser could read nothing, and look-ups that answer as told. */
async function routerWith(about: LookUps['about']) {
  const keys = new InMemoryDataKeys();
  const messages = new EventSourcedStreamsFactory(new MemoryEventStore(clock), new CodecCatalogue(), keys, clock).of(
    inboundMessage,
    inboundMessageCodecs,
  );
  await keys.provide('key-1');
  const data = { ...classified().data };
  Reflect.deleteProperty(data, 'parsedBlobId');
  await messages.begin(
    id,
    serviceCause(companyId, 'receive', id),
    { ...received, data: { ...received.data, recipients: Personal.under('key-1', ['acme-jobs@poststelle.test']) } },
    { type: 'MessageClassified', data },
  );
  const organisation = { company: async () => acme };
  const mailboxes = { serviceAddress: (slug: string) => `${slug}-jobs@poststelle.test`, individualAddresses: async () => [] };
  const parsedMails = { keep: () => Promise.reject(new Error()), read: async () => 'erased' as const };
  const router = new MessageRouter(messages, parsedMails, organisation, mailboxes, { about }, readConfig({}));
  return { messages, router, place: async () => (await messages.load(companyId, id))?.state.place };
}

describe('routing a classified message', () => {
  it('waits where a look-up is behind, decides nothing on less, and loses nothing', async () => {
    let behind = true;
    const { router, place } = await routerWith(async (_, __, at) => {
      if (behind) throw new ReadModelBehind('The look-up stands before the event that asks.');
      return { ...known({}), at };
    });
    await expect(router.route(companyId, id)).rejects.toThrow(ReadModelBehind);
    expect(await place()).toEqual({ is: 'classified' });
    behind = false;
    await router.route(companyId, id);
    expect(await place()).toMatchObject({ is: 'to-assign', reason: 'unreadable' });
  });

  it('asks at the position of the message, records it, and ends once however often it is run', async () => {
    const asked: string[] = [];
    const { messages, router } = await routerWith(async (_, __, at) => {
      asked.push(at);
      return { ...known({}), at };
    });
    const before = (await messages.load(companyId, id))?.receipt.position;
    await Promise.all([router.route(companyId, id), router.route(companyId, id)]);
    await router.route(companyId, id);
    const events = (await messages.load(companyId, id))?.events ?? [];
    expect(events.map(({ type }) => type)).toEqual(['MessageReceived', 'MessageClassified', 'MessageQueuedForAssignment']);
    expect(asked[0]).toBe(before);
    expect(events[2]).toHaveProperty('data.routing.at', before);
  });
});
