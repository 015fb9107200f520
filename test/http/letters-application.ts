import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { Clock } from '#kernel/clock.js';
import { Ids } from '#kernel/ids.js';
import { Config } from '#platform/config/config.js';
import { readConfig } from '#platform/config/read-config.js';
import { CodecCatalogue } from '#platform/event-store/codec-catalogue.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { EventSourcedStreamsFactory } from '#platform/event-store/event-sourced-streams-factory.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { issueToken, signingKey, signingKeyId, type TokenRequest } from '#platform/http/access/embedded-issuer.js';
import { ReservedCompanies } from '#platform/http/access/may.js';
import { httpApplication } from '#platform/http/http-application.js';
import { HttpModule } from '#platform/http/http.module.js';
import { Refusals } from '#platform/http/refusals.js';
import { ObservabilityModule } from '#platform/observability/observability.module.js';
import { InMemoryDataKeys } from '../event-store/in-memory-data-keys.js';
import { FaultsController, Gate, letter, letterCodecs, Letters, LettersController } from './letters.js';

/** The real pipeline of HTTP over the memory store, with a context of letters. */
export class LettersApplication {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly keys: InMemoryDataKeys,
    readonly gate: Gate,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<LettersApplication> {
    const config = readConfig({ POSTSTELLE_LOG_LEVEL: 'silent', ...environment });
    const keys = new InMemoryDataKeys();
    const gate = new Gate();
    const app = await httpApplication(rootOf(config, keys, gate), config, v7);
    app.get<Refusals>(Refusals).register({ 'sealed-already': { status: 409, title: 'Sealed', detail: 'It has {seals} seal already.' } });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new LettersApplication(app, keys, gate);
  }

  async token(request: Partial<TokenRequest> = {}): Promise<string> {
    const { bytes } = await this.keys.provide(signingKeyId);
    const usual = { subject: 'anna', company: companyIdOf('acme'), now: new Date(), lifetimeSeconds: 3600 };
    return issueToken(signingKey(bytes), { ...usual, scopes: ['messages:read', 'messages:send', 'messages:assign'], ...request });
  }

  async ask(method: 'GET' | 'POST', path: string, token: string | undefined, more: Asking = {}): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: path.startsWith('/healthz') || path.startsWith('/readyz') || path.startsWith('/metrics') ? path : `/api/v1${path}`,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...more.headers },
      ...(more.body === undefined ? {} : { payload: more.body }),
    });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: parsed(answer.body) };
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export interface Asking {
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rootOf(config: Config, keys: InMemoryDataKeys, gate: Gate) {
  const clock: Clock = { now: () => new Date() };
  const store = new MemoryEventStore(clock);
  const streams = new EventSourcedStreamsFactory(store, new CodecCatalogue(), keys, clock);
  const given = [
    { provide: Config, useValue: config },
    { provide: Clock, useValue: clock },
    { provide: Ids, useValue: { next: v7, token: () => 'abcdefghijklmnop' } },
    { provide: DataKeys, useValue: keys },
    { provide: EventStore, useValue: store },
    { provide: ReservedCompanies, useValue: new Map([[companyIdOf('operator'), 'operations']]) },
  ];

  @Global()
  @Module({ providers: given, exports: given.map(({ provide }) => provide) })
  class Given {}

  @Module({
    imports: [Given, ObservabilityModule, HttpModule],
    controllers: [LettersController, FaultsController],
    providers: [
      { provide: Letters, useValue: streams.of(letter, letterCodecs) },
      { provide: Gate, useValue: gate },
    ],
  })
  class Root {}
  return Root;
}
