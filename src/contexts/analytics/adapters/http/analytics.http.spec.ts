import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { freshCause } from '#test/event-store/post-office.js';
import { PeopleApplication } from '#test/people/people-application.js';
import { Personal } from '#kernel/personal.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { type Streams, StreamsFactory } from '#platform/event-store/streams.js';
import { inboundMessageCodecs } from '../../../messaging/adapters/events/inbound-message.codecs.js';
import { outboundMessageCodecs } from '../../../messaging/adapters/events/outbound-message.codecs.js';
import type { MessageReceived } from '../../../messaging/domain/inbound-message/events.js';
import { inboundMessage } from '../../../messaging/domain/inbound-message/inbound-message.js';
import type { MessageQueued, OutboundMessageChanged } from '../../../messaging/domain/outbound-message/events.js';
import { outboundMessage } from '../../../messaging/domain/outbound-message/outbound-message.js';
import { AnalyticsModule } from '../../analytics.module.js';

const folder = mkdtempSync(join(tmpdir(), 'poststelle-analytics-'));
const [acme, globex] = [companyIdOf('acme'), companyIdOf('globex')];
const keyId = randomUUID();
const today = new Date().toISOString().slice(0, 10);

const received: MessageReceived = {
  type: 'MessageReceived',
  data: {
    keyId,
    generation: 1,
    blobId: randomUUID(),
    size: 1000,
    recipients: Personal.under(keyId, ['acme-jobs@poststelle.test']),
    envelopeSender: Personal.under(keyId, 'anna@home.example'),
    client: Personal.under(keyId, { address: '192.0.2.1', helo: 'home' }),
  },
};
const queued: MessageQueued = {
  type: 'MessageQueued',
  data: {
    keyId,
    candidateId: randomUUID(),
    mailboxId: 'mailbox-7',
    to: Personal.under(keyId, 'anna@home.example'),
    subject: Personal.under(keyId, 'Hello'),
    preview: Personal.under(keyId, 'Hello'),
    contentBlobId: randomUUID(),
    attachments: Personal.under(keyId, []),
    messageIdHeader: '<x@poststelle.test>',
    tokens: Personal.under(keyId, { conversation: 'c', envelope: 'e' }),
    size: 900,
    automatic: false,
    references: Personal.under(keyId, []),
  },
};

/** What announces the stored forms where messaging itself does not run. */
@Module({
  providers: [
    { provide: 'inbound', inject: [StreamsFactory], useFactory: (all: StreamsFactory) => all.of(inboundMessage, inboundMessageCodecs) },
    { provide: 'outbound', inject: [StreamsFactory], useFactory: (all: StreamsFactory) => all.of(outboundMessage, outboundMessageCodecs) },
  ],
})
class MessagesModule {}

let app: PeopleApplication;
let last = '';

async function append(
  streams: 'inbound' | 'outbound',
  company: string,
  first: MessageReceived | MessageQueued,
  ...later: readonly OutboundMessageChanged[]
) {
  const found = app.app.get<Streams<unknown, typeof first, OutboundMessageChanged>>(streams, { strict: false });
  const begun = await found.begin(randomUUID(), freshCause(company), first, ...later);
  if (begun.ok) last = begun.value.position;
}

beforeAll(async () => {
  app = await PeopleApplication.start(folder, { contexts: [MessagesModule, AnalyticsModule] });
  await append('inbound', acme, received);
  await append('inbound', acme, received);
  await append('inbound', globex, received);
  await append('outbound', acme, queued, { type: 'WrittenToLocalOutbox', data: { file: 'x.eml' } });
  await append(
    'outbound',
    acme,
    queued,
    { type: 'MessageAccepted', data: { by: 'server' } },
    { type: 'MessageAccepted', data: { by: 'person' } },
  );
  await append(
    'outbound',
    acme,
    queued,
    { type: 'MessageDeliveryUncertain', data: { reason: 'x' } },
    { type: 'MessageAccepted', data: { by: 'person' } },
  );
  await append('outbound', acme, queued);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const perDay = async (query: string, given: Parameters<PeopleApplication['token']>[0] = {}, company = acme) =>
  app.get(`/companies/${company}/analytics/messages-per-day?${query}`, await app.token({ scopes: ['analytics:read'], ...given }));

describe('messages per day', () => {
  it('are counted once each, labelled by what is known of them, in one’s own company', async () => {
    const { status, body } = await perDay(`from=${today}&to=${today}&waitFor=${last}`);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { day: today, direction: 'in', channel: 'service', mailboxId: expect.any(String), countedAs: 'received', messages: 2 },
      ...['accepted-by-server', 'confirmed-by-person', 'written-to-local-outbox'].map((countedAs) => ({
        day: today,
        direction: 'out',
        channel: 'service',
        mailboxId: 'mailbox-7',
        countedAs,
        messages: 1,
      })),
    ]);
    expect((await perDay(`from=${today}&to=${today}&waitFor=${last}`, {}, globex)).body.items).toMatchObject([{ messages: 1 }]);
    expect((await perDay('from=2001-01-01&to=2001-12-31')).body.items).toEqual([]);
  });

  it.each([
    ['from=2027-02-30&to=2027-03-01', 400, 'no-such-day'],
    ['from=2027-03-02&to=2027-03-01', 400, 'days-in-reverse'],
    ['from=2020-01-01&to=2027-03-01', 400, 'too-many-days'],
    ['from=yesterday&to=2027-03-01', 400, 'input-invalid'],
    ['from=2027-03-01', 400, 'input-invalid'],
    ['from=2027-03-01&to=2027-03-01&by=person', 400, 'input-invalid'],
    ['from=2027-03-01&to=2027-03-01&waitFor=elsewhere:7', 400, 'position-unknown'],
  ])('for %s are refused with a reason', async (query, status, reason) => {
    expect(await perDay(query)).toMatchObject({ status, body: { reason } });
  });

  it('are for tokens of the whole company with the scope', async () => {
    const query = `from=${today}&to=${today}`;
    expect(await perDay(query, { subsidiaries: ['north'] })).toMatchObject({ status: 403, body: { reason: 'whole-company-only' } });
    expect((await perDay(query, { scopes: ['messages:read'] })).status).toBe(403);
    expect((await perDay(query, { company: globex })).status).toBe(404);
  });
});
