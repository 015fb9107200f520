import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { accept } from '#kernel/decision.js';
import { freshCause, posted, postOffice, systemClock } from '#test/event-store/post-office.js';
import { UnreadableEvent } from '../event-decoder.port.js';
import { verifyStore } from '../verify-chain.js';
import { SqliteEventLog } from './sqlite-event-log.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describe('verification beside the running service', () => {
  let folder = '';
  let path = '';
  let store: SqliteEventStore;
  let office: ReturnType<typeof postOffice>;
  const verify = async () => {
    const log = SqliteEventLog.open(path);
    try {
      return await verifyStore(log);
    } finally {
      await log.close();
    }
  };
  const tamper = (sql: string) => {
    const database = new Database(path);
    database.exec(sql);
    database.close();
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poststelle-events-'));
    path = join(folder, 'events.sqlite');
    store = SqliteEventStore.open(path, systemClock);
    office = postOffice(store);
    await office.parcels.begin('p', freshCause(office.companyId), posted());
    for (const stamp of ['Bonn', 'Cologne'])
      await office.parcels.decide('p', freshCause(office.companyId), () => accept({ type: 'ParcelStamped' as const, data: { stamp } }));
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('finds every chain whole', async () => {
    await office.parcels.begin('q', freshCause(office.companyId), posted());
    expect(await verify()).toEqual({ events: 4, streams: 2, broken: [] });
  });

  it.each([
    ['data', `UPDATE events SET data = replace(data, 'Bonn', 'Berlin') WHERE revision = 1`, 2n, 'previous-hash-differs'],
    ['type', `UPDATE events SET type = 'parcel.lost' WHERE revision = 1`, 2n, 'previous-hash-differs'],
    ['metadata', `UPDATE events SET metadata = json_set(metadata, '$.actor', 'else') WHERE revision = 1`, 2n, 'previous-hash-differs'],
    ['data that are no JSON', `UPDATE events SET data = '{' WHERE revision = 1`, 1n, 'event-unreadable'],
    ['metadata that are no JSON', `UPDATE events SET metadata = '{' WHERE revision = 1`, 1n, 'metadata-unreadable'],
    ['an event less', 'DELETE FROM events WHERE revision = 1', 2n, 'revision-gap'],
    ['a beginning less', 'DELETE FROM events WHERE revision = 0', 1n, 'revision-gap'],
  ])('finds changed %s, once', async (_, sql, revision, fault) => {
    tamper(sql);
    expect((await verify()).broken).toEqual([{ stream: `parcel-${office.companyId}.p`, revision, fault }]);
  });

  it('leaves ciphertext that was changed on the disk to the reader, who is loud', async () => {
    tamper(`UPDATE events SET data = json_set(data, '$.to."$sealed".text', 'AAAA') WHERE revision = 0`);
    await expect(office.parcels.load(office.companyId, 'p')).rejects.toThrow(UnreadableEvent);
  });
});
