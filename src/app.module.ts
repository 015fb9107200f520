import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnalyticsModule } from './contexts/analytics/public/index.js';
import { AuditModule, ChangesModule } from './contexts/audit/public/index.js';
import { MessagingModule } from './contexts/messaging/messaging.module.js';
import { CandidatesModule } from './contexts/candidates/public/index.js';
import { operatorSlug, Organisation, OrganisationModule } from './contexts/organisation/public/index.js';
import { MailboxModule } from './contexts/mailbox/public/index.js';
import { openEventStore } from './open-event-store.js';
import { VaultModule } from './contexts/vault/vault.module.js';
import { FileBlobs } from './platform/blobs/files/file-blobs.js';
import { BlobSweepModule } from './platform/blobs/sweep/blob-sweep.module.js';
import type { Config } from './platform/config/config.js';
import type { DataDirectoryLayout } from './platform/data-directory/data-directory-layout.js';
import { companyIdOf } from './platform/event-store/identity.js';
import { FoundationsModule } from './platform/foundations.module.js';
import { ReservedCompanies } from './platform/http/access/may.js';
import { NamedCompanies } from './platform/http/access/named-companies.port.js';
import { SpokenFor } from './platform/http/access/spoken-for.port.js';
import { HttpModule } from './platform/http/http.module.js';
import { ObservabilityModule } from './platform/observability/observability.module.js';
import { OperationsModule } from './platform/operations/operations.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RestoreMark } from './platform/restore/restore-mark.js';
import { openReadModels } from './platform/sql/sqlite-read-models.js';

/** RFC 2142: what is written to postmaster@ and abuse@ is the operator's alone. */
const reserved: ReservedCompanies = new Map([[companyIdOf(operatorSlug), 'operations']]);

@Global()
@Module({
  imports: [OrganisationModule],
  providers: [
    { provide: ReservedCompanies, useValue: reserved },
    { provide: SpokenFor, useExisting: Organisation },
    { provide: NamedCompanies, useExisting: Organisation },
  ],
  exports: [ReservedCompanies, SpokenFor, NamedCompanies],
})
class AccessRulesModule {}

/**
 * The composition root of the embedded profile: the only place that picks adapters. The global modules come first and in this order, because
 * they start in it and stop in the reverse: whoever stands on another is stopped before it.
 */
@Module({})
export class AppModule {
  static forRoot(config: Config, layout: DataDirectoryLayout): DynamicModule {
    const { masterKey } = config;
    return {
      module: AppModule,
      imports: [
        FoundationsModule.forRoot(config, (clock) => openEventStore(config, layout, clock)),
        VaultModule.forRoot({ file: layout.vault, keyFile: layout.masterKey, ...(masterKey === undefined ? {} : { masterKey }) }),
        ObservabilityModule,
        PlatformModule.forRoot({
          openReadModels: () => openReadModels(layout.readModels),
          restoreMark: new RestoreMark(layout.restored),
          openBlobs: (keys, clock) => FileBlobs.open(layout.blobs, keys, clock),
        }),
        BlobSweepModule.forRoot(layout),
        AccessRulesModule,
        CqrsModule.forRoot(),
        HttpModule,
        OrganisationModule,
        MailboxModule,
        CandidatesModule,
        MessagingModule,
        AuditModule,
        ChangesModule,
        OperationsModule,
        AnalyticsModule,
      ],
    };
  }
}
