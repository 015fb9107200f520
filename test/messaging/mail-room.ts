import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { CandidatesModule } from '#contexts/candidates/public/index.js';
import { MailboxModule } from '#contexts/mailbox/public/index.js';
import { MessageRows } from '#contexts/messaging/application/ports/message-rows.port.js';
import { RoutingModule } from '#contexts/messaging/routing.module.js';
import { OrganisationModule } from '#contexts/organisation/public/index.js';
import { VaultModule } from '#contexts/vault/vault.module.js';
import { FileBlobs } from '#platform/blobs/files/file-blobs.js';
import { type Config } from '#platform/config/config.js';
import { readConfig } from '#platform/config/read-config.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { FoundationsModule } from '#platform/foundations.module.js';
import { issueToken, signingKey, signingKeyId, type TokenRequest } from '#platform/http/access/embedded-issuer.js';
import { ReservedCompanies } from '#platform/http/access/may.js';
import { httpApplication } from '#platform/http/http-application.js';
import { HttpModule } from '#platform/http/http.module.js';
import { ObservabilityModule } from '#platform/observability/observability.module.js';
import { PlatformModule } from '#platform/platform.module.js';
import { RestoreMark } from '#platform/restore/restore-mark.js';
import { type Envelope, MailReception } from '#platform/smtp-ingress/mail-reception.port.js';
import { openReadModels } from '#platform/sql/sqlite-read-models.js';

@Global()
@Module({
  providers: [{ provide: ReservedCompanies, useValue: new Map([[companyIdOf('operator'), 'operations']]) }],
  exports: [ReservedCompanies],
})
class AccessRules {}

const everything: TokenRequest['scopes'] = [
  'companies:register',
  'operations',
  'recruiting-settings:read',
  'recruiting-settings:write',
  'candidates:write',
  'employees:write',
  'messages:read',
  'messages:send',
  'messages:assign',
];

/** The real service in this process, but for SMTP: mail is handed to the accept path, answers are asked over HTTP. */
export class MailRoom {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly tokens: (request: Partial<TokenRequest>) => Promise<string>,
  ) {}

  static async open(folder: string): Promise<MailRoom> {
    const config = readConfig({
      POSTSTELLE_LOG_LEVEL: process.env['MAIL_ROOM_LOG'] ?? 'silent',
      POSTSTELLE_DATA: folder,
      POSTSTELLE_SMTP_PORT: '0',
      POSTSTELLE_HTTP_RATE_PER_MINUTE: '100000',
    });
    const app = await httpApplication(rootOf(config, folder), config, v7);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const { bytes } = await app.get<DataKeys>(DataKeys).provide(signingKeyId);
    const usual = { subject: 'anna', company: '*', scopes: everything, lifetimeSeconds: 3600 };
    return new MailRoom(app, (request) => issueToken(signingKey(bytes), { ...usual, now: new Date(), ...request }));
  }

  /** A caller who may do everything, unless told. */
  async caller(request: Partial<TokenRequest> = {}): Promise<Caller> {
    return new Caller(this.app, await this.tokens(request));
  }

  /** As SMTP would hand it over: answered once it is durable. */
  async deliver(companySlug: string, recipients: readonly string[], lines: readonly string[]): Promise<void> {
    await this.app.get<MailReception>(MailReception).accept(envelopeTo(companySlug, recipients), oneChunk(lines.join('\r\n')));
  }

  /** As SMTP would say it of a mail of so many octets. */
  async refuse(companySlug: string, recipients: readonly string[], size: number): Promise<void> {
    await this.app.get<MailReception>(MailReception).refuseTooLarge(envelopeTo(companySlug, recipients), size);
  }

  messages(): MessageRows {
    return this.app.get<MessageRows>(MessageRows);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

function envelopeTo(companySlug: string, recipients: readonly string[]): Envelope {
  const companyId = companyIdOf(companySlug);
  return {
    sender: 'sender@mail.example',
    recipients: recipients.map((address) => ({ address, companyId })),
    client: { address: '192.0.2.1', helo: 'mx.mail.example' },
  };
}

async function* oneChunk(text: string) {
  yield Buffer.from(text);
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly text: string;
}

/** Somebody with one token. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, body: object = {}, key: string = randomUUID()): Promise<Answer> {
    return this.ask('POST', path, body, key);
  }

  private async ask(method: 'GET' | 'POST', path: string, body?: object, key?: string): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${this.token}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: parsed(answer.body) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rootOf(config: Config, folder: string) {
  @Module({
    imports: [
      FoundationsModule.forRoot(config, (clock) => new MemoryEventStore(clock)),
      VaultModule.forRoot({ file: join(folder, 'vault.sqlite'), keyFile: join(folder, 'master.key') }),
      ObservabilityModule,
      PlatformModule.forRoot({
        openReadModels: () => openReadModels(join(folder, 'read-models.sqlite')),
        restoreMark: new RestoreMark(join(folder, 'restored.json')),
        openBlobs: (keys, clock) => FileBlobs.open(join(folder, 'blobs'), keys, clock),
      }),
      AccessRules,
      CqrsModule.forRoot(),
      HttpModule,
      OrganisationModule,
      MailboxModule,
      CandidatesModule,
      RoutingModule,
    ],
  })
  class Root {}
  return Root;
}
