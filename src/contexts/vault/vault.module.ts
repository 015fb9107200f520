import { type DynamicModule, Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { Ids } from '#kernel/ids.js';
import { faultOf } from '#platform/data-directory/fault.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { Secrets } from './public/secrets.js';
import { Vault, type VaultPlace } from './vault.js';

/** Gives everybody `DataKeys` and `Secrets`; needs `Clock`, `Ids` and `EventStore` from a global module. */
@Global()
@Module({})
export class VaultModule implements OnApplicationShutdown {
  constructor(@Inject(Vault) private readonly vault: Vault) {}

  static forRoot(place: VaultPlace): DynamicModule {
    return {
      module: VaultModule,
      providers: [
        {
          provide: Vault,
          inject: [Clock, Ids, EventStore],
          useFactory: (clock: Clock, ids: Ids, log: EventStore) => opened(place, clock, ids, log),
        },
        { provide: DataKeys, inject: [Vault], useFactory: (vault: Vault) => vault.dataKeys },
        { provide: Secrets, inject: [Vault], useFactory: (vault: Vault) => vault.secrets },
      ],
      exports: [Vault, DataKeys, Secrets],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.vault.close();
  }
}

function opened(place: VaultPlace, clock: Clock, ids: Ids, log: EventStore): Promise<Vault> {
  const logger = new Logger('Vault');
  const reportFailure = (error: unknown) => {
    logger.error(`Message keys could not be written ahead; the next message tries again: ${faultOf(error).message}`);
  };
  return Vault.open(place, { clock, ids, log, dataKeys: { reportFailure } });
}
