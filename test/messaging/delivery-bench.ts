import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Outcome } from '#kernel/outcome.js';
import { FileBlobs } from '#platform/blobs/files/file-blobs.js';
import type { Config } from '#platform/config/config.js';
import { readConfig } from '#platform/config/read-config.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import { EventSourcedStreamsFactory } from '#platform/event-store/event-sourced-streams-factory.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { randomIds } from '#platform/system/random-ids.js';
import { systemClock } from '#platform/system/system-clock.js';
import { NodemailerMailComposer } from '../../src/contexts/messaging/adapters/composing/nodemailer-mail-composer.js';
import { outboundMessageCodecs } from '../../src/contexts/messaging/adapters/events/outbound-message.codecs.js';
import { LocalOutboxMailTransport } from '../../src/contexts/messaging/adapters/transports/local-outbox/local-outbox-mail-transport.js';
import { TransportsByChannel } from '../../src/contexts/messaging/adapters/transports/transports-by-channel.js';
import { ConnectionReports } from '../../src/contexts/messaging/application/delivery/connection-reports.js';
import { Deliverer } from '../../src/contexts/messaging/application/delivery/deliverer.js';
import { DeliveryRecords } from '../../src/contexts/messaging/application/delivery/delivery-records.js';
import { OutgoingMails } from '../../src/contexts/messaging/application/delivery/outgoing-mails.js';
import type { MailTransport } from '../../src/contexts/messaging/application/ports/mail-transport.port.js';
import type { OutboundMessages } from '../../src/contexts/messaging/application/ports/outbound-messages.port.js';
import { ConversationTokens } from '../../src/contexts/messaging/application/sending/conversation-tokens.js';
import { MessageQueue } from '../../src/contexts/messaging/application/sending/message-queue.js';
import { SentContents } from '../../src/contexts/messaging/application/sending/sent-contents.js';
import { Writers } from '../../src/contexts/messaging/application/sending/writers.js';
import type { OutboundMessageEvent } from '../../src/contexts/messaging/domain/outbound-message/events.js';
import { outboundMessage, type OutboundMessage } from '../../src/contexts/messaging/domain/outbound-message/outbound-message.js';
import type { ConnectionHealth, EffectiveSettings, Mailboxes } from '../../src/contexts/mailbox/public/index.js';
import type { Organisation } from '../../src/contexts/organisation/public/index.js';
import { freshCause } from '../event-store/post-office.js';
import { InMemoryDataKeys } from '../event-store/in-memory-data-keys.js';

/** The delivery of one company's messages over a real transport, with a clock that is moved by hand and nobody who works in the background. */
export class DeliveryBench {
  readonly companyId = randomUUID();
  now = new Date('2026-03-02T08:00:00.000Z');
  /** What the company sends with, from the next look on. */
  settings: EffectiveSettings = overTheService;
  /** From the look after the next one on. */
  nextSettings: EffectiveSettings | undefined;
  private readonly mailboxes: Mailboxes = {
    effectiveSettings: async () => {
      const { settings } = this;
      this.settings = this.nextSettings ?? settings;
      return settings;
    },
    serviceAddress: (slug, detail) => `${slug}-jobs${detail === undefined ? '' : `+${detail}`}@poststelle.test`,
    mailboxId: () => supplied.mailboxId,
    individualAddresses: async () => [],
  };
  /** As a mailbox does: only of the connection that it has now. */
  private readonly health: ConnectionHealth = {
    impaired: async (_, __, version, { reason }) => {
      if (this.settings.connection?.connectionId === version)
        this.settings = { ...this.settings, needsAttention: { since: this.now.toISOString(), reason } };
    },
    proven: async () => undefined,
  };
  private readonly messages: OutboundMessages;
  private readonly queue: MessageQueue;

  private constructor(
    private readonly blobs: FileBlobs,
    readonly keys: InMemoryDataKeys,
    private readonly config: Config,
  ) {
    const factory = new EventSourcedStreamsFactory(new MemoryEventStore(systemClock), new CodecCatalogue(), this.keys, this.clock);
    this.messages = factory.of(outboundMessage, outboundMessageCodecs);
    const contents = new SentContents(blobs);
    const tokens = new ConversationTokens(keys);
    const unlimited = transportsOf(new LocalOutboxMailTransport('never-used'));
    this.queue = new MessageQueue(this.messages, this.mailboxes, keys, randomIds, config, unlimited, contents, tokens);
  }

  static async open(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<DeliveryBench> {
    Logger.overrideLogger(false);
    const keys = new InMemoryDataKeys();
    return new DeliveryBench(await FileBlobs.open(folder, keys, systemClock), keys, readConfig(environment));
  }

  get clock() {
    return { now: () => this.now };
  }

  /** A worker with a memory of its own, as after a start of the service. */
  worker(transport: MailTransport): Deliverer {
    const contents = new SentContents(this.blobs);
    const composer = new NodemailerMailComposer();
    const writers = new Writers(organisation);
    const { config, clock, blobs, keys } = this;
    const outgoing = new OutgoingMails(organisation, this.mailboxes, composer, blobs, keys, clock, config, contents, writers);
    const records = new DeliveryRecords(this.messages, clock);
    const reports = new ConnectionReports(this.health);
    return new Deliverer(this.messages, transportsOf(transport), this.mailboxes, clock, config, outgoing, records, reports);
  }

  async queued(to = 'anna@candidate.example', text = 'Dear Anna'): Promise<string> {
    const id = randomUUID();
    const content = { text, attachments: [] };
    const message = { candidateId: randomUUID(), to, subject: 'Your application', content, automatic: false, references: [] };
    must(await this.queue.queue(id, message, freshCause(this.companyId)));
    return id;
  }

  async state(id: string): Promise<OutboundMessage> {
    return (await this.loaded(id)).state;
  }

  async facts(id: string): Promise<readonly OutboundMessageEvent[]> {
    return (await this.loaded(id)).events;
  }

  async types(id: string): Promise<readonly string[]> {
    return (await this.facts(id)).map(({ type }) => type);
  }

  /** What a person says. */
  async say<Reason extends string>(id: string, rule: Parameters<typeof this.messages.decide<Reason>>[2]): Promise<void> {
    must(await this.messages.decide(id, freshCause(this.companyId), rule));
  }

  deliver(worker: Deliverer, id: string, signal = new AbortController().signal) {
    return worker.deliver({ companyId: this.companyId, streamId: id, signal });
  }

  later(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  private async loaded(id: string) {
    const loaded = await this.messages.load(this.companyId, id);
    if (loaded === undefined) throw new Error('No such message.');
    return loaded;
  }
}

function must(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
}

function transportsOf(transport: MailTransport): TransportsByChannel {
  return new TransportsByChannel({ service: transport, smtp: transport });
}

const supplied = { mailboxId: 'mailbox-1', why: 'company-default' } as const;

/** Over the service, as a new company sends. */
const overTheService: EffectiveSettings = {
  channel: { value: 'service', supplied },
  address: { value: 'acme-jobs@poststelle.test', supplied },
  senderName: { value: 'company', supplied },
  repliesTo: 'service-address',
  waitingMail: new Map(),
};

/** Over the company's own server, whose connection has this version. */
export function overSmtp(version: string): EffectiveSettings {
  return { ...overTheService, channel: { value: 'smtp', supplied }, connection: { connectionId: version, proven: true } };
}

export function leftForTheService(waitingMail: 'keep' | 'send-by-service'): EffectiveSettings {
  return { ...overTheService, waitingMail: new Map([[supplied.mailboxId, waitingMail]]) };
}

const organisation: Organisation = {
  companyId: async (id) => id,
  company: async (companyId) => ({
    companyId,
    slug: 'acme',
    name: 'Acme GmbH',
    languages: ['de'],
    timeZone: 'Europe/Berlin',
    subsidiaries: [],
  }),
  employee: async () => undefined,
  employeesByAddress: async () => [],
  subsidiaryId: async (_, id) => id,
  employeeId: async (_, id) => id,
};
