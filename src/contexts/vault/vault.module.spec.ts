import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { Clock } from '#kernel/clock.js';
import { Ids } from '#kernel/ids.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { EventStore } from '#platform/event-store/event-store.port.js';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { vaultNeeds, vaultPlace } from '#test/vault/vault-in.js';
import { Secrets } from './public/secrets.js';
import { VaultModule } from './vault.module.js';

const folder = temporaryFolders();

function application(path: string, log: MemoryEventStore) {
  @Global()
  @Module({
    providers: [
      { provide: Clock, useValue: vaultNeeds.clock },
      { provide: Ids, useValue: vaultNeeds.ids },
      { provide: EventStore, useValue: log },
    ],
    exports: [Clock, Ids, EventStore],
  })
  class Platform {}
  return Test.createTestingModule({ imports: [Platform, VaultModule.forRoot(vaultPlace(path))] }).compile();
}

describe('the vault in the application', () => {
  it('gives everybody data keys and secrets, and is closed with it', async () => {
    const running = await application(folder(), new MemoryEventStore(vaultNeeds.clock));
    const dataKeys = running.get<DataKeys>(DataKeys);
    const secrets = running.get<Secrets>(Secrets);
    expect(await dataKeys.find((await dataKeys.take()).id)).toMatchObject({ bytes: expect.any(Uint8Array) });
    expect(await secrets.reveal(await secrets.keep('company-1', 'password', 'geheim'))).toBe('geheim');
    await running.close();
    await expect(dataKeys.take()).rejects.toThrow('closed');
  });

  it('is not made anew beside a log that has a history, and the start says so', async () => {
    const path = folder();
    const log = new MemoryEventStore(vaultNeeds.clock);
    await (await application(path, log)).close();
    await log.append(`mailbox-${randomUUID()}.1`, 'noStream', [
      { id: randomUUID(), type: 'mailbox.provisioned', data: '{}', metadata: '{}' },
    ]);
    await (await application(path, log)).close();

    const other = folder();
    await expect(application(other, log)).rejects.toThrow(/has a history but its vault .* is missing/);
    expect(existsSync(vaultPlace(other).file)).toBe(false);
    expect(existsSync(vaultPlace(other).keyFile)).toBe(false);
  });
});
