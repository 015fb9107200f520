import { Global, Module, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { CandidatesModule } from '../../src/contexts/candidates/public/index.js';
import { MailboxModule } from '../../src/contexts/mailbox/public/index.js';
import { operatorSlug, Organisation, OrganisationModule } from '../../src/contexts/organisation/public/index.js';
import { FileBlobs } from '#platform/blobs/files/file-blobs.js';
import { readConfig } from '#platform/config/read-config.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { companyIdOf } from '#platform/event-store/identity.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { FoundationsModule } from '#platform/foundations.module.js';
import { issueToken, signingKey, signingKeyId, type TokenRequest } from '#platform/http/access/embedded-issuer.js';
import { ReservedCompanies } from '#platform/http/access/may.js';
import { NamedCompanies } from '#platform/http/access/named-companies.port.js';
import { httpApplication } from '#platform/http/http-application.js';
import { HttpModule } from '#platform/http/http.module.js';
import { ObservabilityModule } from '#platform/observability/observability.module.js';
import { PlatformModule } from '#platform/platform.module.js';
import { RestoreMark } from '#platform/restore/restore-mark.js';
import { openReadModels } from '#platform/sql/sqlite-read-models.js';
import { systemClock } from '#platform/system/system-clock.js';
import { Secrets } from '../../src/contexts/vault/public/secrets.js';
import { InMemoryDataKeys } from '../event-store/in-memory-data-keys.js';
import { InMemorySecrets } from '../vault/in-memory-secrets.js';
import type { Answer } from './answer.js';

interface Given {
  readonly environment?: Readonly<Record<string, string>>;
  readonly store?: MemoryEventStore;
  readonly keys?: InMemoryDataKeys;
  /** Further contexts beside the people. */
  readonly contexts?: readonly Type[];
}

/** Organisation, mailboxes and candidates behind the real HTTP pipeline, over the memory store and real read models in `folder`. */
export class PeopleApplication {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly store: MemoryEventStore,
    readonly keys: InMemoryDataKeys,
  ) {}

  static async start(folder: string, { environment = {}, ...given }: Given = {}): Promise<PeopleApplication> {
    const config = readConfig({ POSTSTELLE_LOG_LEVEL: 'silent', ...environment });
    const { store = new MemoryEventStore(systemClock), keys = new InMemoryDataKeys(), contexts = [] } = given;
    const root = rootOf(folder, config, store, keys, contexts);
    const app = await httpApplication(root, config, v7);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new PeopleApplication(app, store, keys);
  }

  async token(request: Partial<TokenRequest> = {}): Promise<string> {
    const { bytes } = await this.keys.provide(signingKeyId);
    const scopes: TokenRequest['scopes'] = [
      'companies:register',
      'recruiting-settings:read',
      'recruiting-settings:write',
      'candidates:write',
      'employees:write',
    ];
    return issueToken(signingKey(bytes), { subject: 'platform', company: '*', now: new Date(), lifetimeSeconds: 3600, scopes, ...request });
  }

  async get(path: string, token?: string): Promise<Answer> {
    return this.ask('GET', path, { token });
  }

  /** `key` is the Idempotency-Key, `ifMatch` the ETag. */
  async post(path: string, body?: object, more: { key?: string; ifMatch?: string; token?: string } = {}): Promise<Answer> {
    return this.ask('POST', path, { body, ...more });
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private async ask(
    method: 'GET' | 'POST',
    path: string,
    more: { body?: object | undefined; key?: string; ifMatch?: string; token?: string | undefined },
  ): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${more.token ?? (await this.token())}`,
        ...(more.key === undefined ? {} : { 'idempotency-key': more.key }),
        ...(more.ifMatch === undefined ? {} : { 'if-match': more.ifMatch }),
      },
      ...(more.body === undefined ? {} : { payload: more.body }),
    });
    return {
      status: answer.statusCode,
      etag: answer.headers.etag,
      retryAfter: answer.headers['retry-after'],
      body: JSON.parse(answer.body) as Answer['body'],
    };
  }
}

function rootOf(
  folder: string,
  config: ReturnType<typeof readConfig>,
  store: MemoryEventStore,
  keys: InMemoryDataKeys,
  contexts: readonly Type[],
) {
  @Global()
  @Module({
    providers: [
      { provide: DataKeys, useValue: keys },
      { provide: Secrets, useClass: InMemorySecrets },
      { provide: ReservedCompanies, useValue: new Map([[companyIdOf(operatorSlug), 'operations']]) },
    ],
    exports: [DataKeys, Secrets, ReservedCompanies],
  })
  class GivenModule {}

  @Global()
  @Module({
    imports: [OrganisationModule],
    providers: [{ provide: NamedCompanies, useExisting: Organisation }],
    exports: [NamedCompanies],
  })
  class NamesModule {}

  @Module({
    imports: [
      FoundationsModule.forRoot(config, () => store),
      GivenModule,
      ObservabilityModule,
      PlatformModule.forRoot({
        openReadModels: () => openReadModels(join(folder, 'read-models.sqlite')),
        restoreMark: new RestoreMark(join(folder, 'restored.json')),
        openBlobs: (dataKeys, clock) => FileBlobs.open(join(folder, 'blobs'), dataKeys, clock),
      }),
      NamesModule,
      CqrsModule.forRoot(),
      HttpModule,
      OrganisationModule,
      MailboxModule,
      CandidatesModule,
      ...contexts,
    ],
  })
  class Root {}
  return Root;
}
