import { buffer } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { inboundMessageCodecs } from '#contexts/messaging/adapters/events/inbound-message.codecs.js';
import { refusedMailCodecs } from '#contexts/messaging/adapters/events/refused-mail.codecs.js';
import { KnownRecipients } from '#contexts/messaging/application/reception/known-recipients.js';
import { ReceiveMail } from '#contexts/messaging/application/reception/receive-mail.js';
import { Reception } from '#contexts/messaging/application/reception/reception.js';
import { RecordMail } from '#contexts/messaging/application/reception/record-mail.js';
import { RefuseTooLarge } from '#contexts/messaging/application/reception/refuse-too-large.js';
import { inboundMessage } from '#contexts/messaging/domain/inbound-message/inbound-message.js';
import { refusedMail } from '#contexts/messaging/domain/refused-mail/refused-mail.js';
import type { Organisation } from '#contexts/organisation/public/organisation.js';
import { FileBlobs } from '#platform/blobs/files/file-blobs.js';
import { readConfig } from '#platform/config/read-config.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import { EventSourcedStreamsFactory } from '#platform/event-store/event-sourced-streams-factory.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { partsOfStream } from '#platform/event-store/stream-name.js';
import { PrometheusMetrics } from '#platform/observability/prometheus-metrics.js';
import { ReadinessChecks } from '#platform/observability/readiness-checks.js';
import { SmtpIngress } from '#platform/smtp-ingress/smtp-ingress.js';
import { randomIds } from '#platform/system/random-ids.js';
import { systemClock } from '#platform/system/system-clock.js';
import { InMemoryDataKeys } from '#test/event-store/in-memory-data-keys.js';

/** Companies that exist, and whether their streams can be read. */
export interface Companies {
  readonly slugs: readonly string[];
  unreadable?: boolean;
}

/** The company's stream, as far as RCPT asks it; the real one is tried in the acceptance tests. */
function organisationOf(companies: Companies): Pick<Organisation, 'company'> {
  return {
    async company(companyId) {
      if (companies.unreadable === true) throw new Error('The disk is gone.');
      const slug = companies.slugs.find((each) => companyIdOf(each) === companyId);
      return slug === undefined ? undefined : { companyId, slug, name: slug, languages: ['en'], timeZone: 'UTC', subsidiaries: [] };
    },
  };
}

export interface DoorOptions {
  readonly store: EventStore;
  readonly folder: string;
  readonly companies?: Companies;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The real accept path behind a real SMTP port: everything from the socket to the event store and the blobs. */
export async function openDoor({ store, folder, companies = { slugs: ['acme', 'beta', 'operator'] }, environment = {} }: DoorOptions) {
  // What is logged is not what is tested here.
  Logger.overrideLogger(false);
  const config = readConfig({ POSTSTELLE_DATA: folder, POSTSTELLE_SMTP_PORT: '0', ...environment });
  const keys = new InMemoryDataKeys();
  const blobs = await FileBlobs.open(`${folder}/blobs`, keys, systemClock);
  const factory = new EventSourcedStreamsFactory(store, new CodecCatalogue(), keys, systemClock);
  const messages = factory.of(inboundMessage, inboundMessageCodecs);
  const refused = factory.of(refusedMail, refusedMailCodecs);

  const recording = new RecordMail(messages, keys, blobs, randomIds);
  const receiving = new ReceiveMail(keys, blobs, randomIds, recording);
  const reception = new Reception(receiving, new RefuseTooLarge(refused, keys, config, systemClock));
  const directory = new KnownRecipients(config, organisationOf(companies));
  const ingress = new SmtpIngress(config, directory, reception, new PrometheusMetrics(), new ReadinessChecks());
  await ingress.onApplicationBootstrap();

  const received = async (slug: string) => {
    const { events } = await store.readAll(undefined);
    const streams = [...new Set(events.map(({ stream }) => stream))].flatMap((stream) => partsOfStream(stream) ?? []);
    const own = streams.filter((stream) => stream.category === 'inbound-message' && stream.companyId === companyIdOf(slug));
    return Promise.all(own.map(async ({ companyId, id }) => ({ id, ...(await loaded(messages.load(companyId, id))) })));
  };
  return {
    config,
    store,
    keys,
    blobs,
    messages,
    port: ingress.listensOn() ?? 0,
    /** The messages of a company, oldest first. */
    received,
    /** The raw bytes kept of a message. */
    async raw(blobId: string) {
      const content = await blobs.read(blobId);
      return content === 'erased' ? content : (await buffer(content)).toString('latin1');
    },
    /** Every blob there is, named by an event or not. */
    async blobCount() {
      const found: string[] = [];
      for await (const { blobId } of blobs.committed({ before: new Date(Date.now() + 60_000) })) found.push(blobId);
      return found.length;
    },
    eventTypes: async () => (await store.readAll(undefined)).events.map(({ type }) => type),
    close: () => ingress.beforeApplicationShutdown(),
  };
}

async function loaded<Found>(loading: Promise<Found | undefined>): Promise<Found> {
  const found = await loading;
  if (found === undefined) throw new Error('A stream that has events was not found.');
  return found;
}
