import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { DataKeyDestroyed, DataKeyMissing } from '#platform/event-store/data-keys.port.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { openVault, readVault, vaultPlace } from '#test/vault/vault-in.js';
import { WrapDamaged } from './application/master-key.js';
import { SecretMissing, wholeService } from './public/secrets.js';

const folder = temporaryFolders();
const everyFileOf = (path: string) => Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));
const wrappedIn = (path: string, table: 'data_keys' | 'secrets', id: string) => {
  const database = new Database(vaultPlace(path).file, { readonly: true });
  const row = database.prepare<[string], { wrapped: Buffer }>(`SELECT wrapped FROM ${table} WHERE id = ?`).get(id);
  database.close();
  return row?.wrapped ?? Buffer.from('there is no such row');
};

describe('a data key of the vault', () => {
  it('is the same whenever it is provided or found, after a restart too', async () => {
    const path = folder();
    const before = await openVault(path);
    const key = await before.dataKeys.provide('candidate-1');
    expect(key.bytes).toHaveLength(32);
    expect(await before.dataKeys.provide('candidate-1')).toEqual(key);
    await before.close();

    const after = await openVault(path);
    expect(await after.dataKeys.find('candidate-1')).toEqual(key);
    expect(await after.dataKeys.provide('candidate-1')).toEqual(key);
    await after.close();
  });

  it('stands neither in the clear nor under its neighbour’s wrap in any file', async () => {
    const path = folder();
    const vault = await openVault(path);
    const [one, other] = [await vault.dataKeys.provide('one'), await vault.dataKeys.provide('other')];
    expect(everyFileOf(path).includes(Buffer.from(one.bytes))).toBe(false);
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false);
    await vault.close();
  });

  it('reads as destroyed once it was destroyed, twice is once, and is never made again', async () => {
    const path = folder();
    const before = await openVault(path);
    await before.dataKeys.provide('candidate-1');
    await before.dataKeys.destroy('candidate-1');
    await before.dataKeys.destroy('candidate-1');
    expect(await before.dataKeys.find('candidate-1')).toBe('destroyed');
    await before.close();

    const after = await openVault(path);
    expect(await after.dataKeys.find('candidate-1')).toBe('destroyed');
    await expect(after.dataKeys.provide('candidate-1')).rejects.toThrow(DataKeyDestroyed);
    await after.close();
  });

  it('leaves none of its bytes in database or write-ahead log when it is destroyed', async () => {
    const path = folder();
    const vault = await openVault(path);
    await vault.dataKeys.provide('candidate-1');
    const wrapped = wrappedIn(path, 'data_keys', 'candidate-1');
    expect(everyFileOf(path).includes(wrapped)).toBe(true);
    await vault.dataKeys.destroy('candidate-1');
    expect(everyFileOf(path).includes(wrapped)).toBe(false);
    await vault.close();
  });

  it('is forgotten on disk at the next close, where a reader held the write-ahead log open while it was destroyed', async () => {
    const path = folder();
    const vault = await openVault(path);
    await vault.dataKeys.provide('candidate-1');
    const wrapped = wrappedIn(path, 'data_keys', 'candidate-1');
    const reader = new Database(vaultPlace(path).file, { readonly: true });
    reader.exec('BEGIN; SELECT count(*) FROM data_keys');
    await vault.dataKeys.destroy('candidate-1');
    reader.close();
    await vault.close();
    expect(everyFileOf(path).includes(wrapped)).toBe(false);
  });

  it('that this vault has never known is buried all the same, so that an erasure can be carried out again after a restore', async () => {
    const vault = await openVault(folder());
    await vault.dataKeys.bury(['older-1', 'older-2']);
    expect(await vault.dataKeys.find('older-1')).toBe('destroyed');
    expect(await vault.dataKeys.find('older-2')).toBe('destroyed');
    await vault.close();
  });

  it('that is neither there nor buried is a loud error, never erased', async () => {
    const vault = await openVault(folder());
    await expect(vault.dataKeys.find('nobody')).rejects.toThrow(DataKeyMissing);
    await vault.close();
  });

  it.each([
    [
      'changed by one byte',
      `UPDATE data_keys SET wrapped = CAST(substr(wrapped, 1, 20) || iif(substr(wrapped, 21, 1) = x'00', x'01', x'00') || substr(wrapped, 22) AS BLOB)
       WHERE id = 'one'`,
    ],
    ['cut short', "UPDATE data_keys SET wrapped = substr(wrapped, 1, 20) WHERE id = 'one'"],
    ['replaced by another key’s', "UPDATE data_keys SET wrapped = (SELECT wrapped FROM data_keys WHERE id = 'other') WHERE id = 'one'"],
  ])('whose wrap was %s is a loud error, never erased', async (_, damage) => {
    const path = folder();
    const before = await openVault(path);
    await before.dataKeys.provide('one');
    await before.dataKeys.provide('other');
    await before.close();
    const database = new Database(vaultPlace(path).file);
    database.exec(damage);
    database.close();

    const after = await openVault(path);
    await expect(after.dataKeys.find('one')).rejects.toThrow(WrapDamaged);
    await expect(after.dataKeys.provide('one')).rejects.toThrow(WrapDamaged);
    await after.close();
  });

  it('is one key, however many ask for it at the same time', async () => {
    const vault = await openVault(folder());
    const keys = await Promise.all(Array.from({ length: 20 }, () => vault.dataKeys.provide('candidate-1')));
    expect(new Set(keys.map((key) => Buffer.from(key.bytes).toString('hex'))).size).toBe(1);
    await vault.close();
  });
});

describe('a keyed HMAC of the vault', () => {
  it('is the same for the same company, purpose and parts, after a restart too, and differs for any other', async () => {
    const path = folder();
    const before = await openVault(path);
    const mac = await before.dataKeys.hmac('address', 'company-1', 'a@b.example', Buffer.from([1, 2]));
    await before.close();
    const { dataKeys, close } = await openVault(path).then((vault) => ({ dataKeys: vault.dataKeys, close: () => vault.close() }));
    expect(await dataKeys.hmac('address', 'company-1', 'a@b.example', Buffer.from([1, 2]))).toEqual(mac);
    for (const other of [
      await dataKeys.hmac('address', 'company-2', 'a@b.example', Buffer.from([1, 2])),
      await dataKeys.hmac('actor', 'company-1', 'a@b.example', Buffer.from([1, 2])),
      await dataKeys.hmac('address', wholeService, 'a@b.example', Buffer.from([1, 2])),
    ])
      expect(other).not.toEqual(mac);
    await close();
  });

  it('tells parts apart by where one ends', async () => {
    const vault = await openVault(folder());
    const mac = (...parts: string[]) => vault.dataKeys.hmac('identity', 'company-1', ...parts);
    expect(await mac('ab', 'c')).not.toEqual(await mac('a', 'bc'));
    expect(await mac('ab', '')).not.toEqual(await mac('ab'));
    await vault.close();
  });
});

describe('a secret of the vault', () => {
  it('comes back in clear by its id, after a restart too, and lies in no file in clear', async () => {
    const path = folder();
    const before = await openVault(path);
    const id = await before.secrets.keep('company-1', 'password', 'Pässwort, sehr geheim');
    expect(everyFileOf(path).includes('sehr geheim')).toBe(false);
    await before.close();
    const after = await openVault(path);
    expect(await after.secrets.reveal(id)).toBe('Pässwort, sehr geheim');
    await after.close();
  });

  it('is gone when it is destroyed, and one never kept is a loud error', async () => {
    const path = folder();
    const vault = await openVault(path);
    const id = await vault.secrets.keep('company-1', 'password', 'geheim');
    const wrapped = wrappedIn(path, 'secrets', id);
    await vault.secrets.destroy(id);
    await vault.secrets.destroy(id);
    expect(await vault.secrets.reveal(id)).toBeUndefined();
    expect(everyFileOf(path).includes(wrapped)).toBe(false);
    await expect(vault.secrets.reveal('nobody')).rejects.toThrow(SecretMissing);
    await vault.close();
  });

  it('is found among its kind by its age, until it is destroyed', async () => {
    const path = folder();
    const vault = await openVault(path);
    const kept = await vault.secrets.keep('company-1', 'password', 'geheim');
    await vault.secrets.keep('company-1', 'passwords', 'anderes');
    const destroyed = await vault.secrets.keep('company-2', 'password', 'geheim');
    await vault.secrets.destroy(destroyed);
    const [past, future] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    expect(await vault.secrets.keptBefore('password', future)).toEqual([{ secretId: kept, companyId: 'company-1' }]);
    expect(await vault.secrets.keptBefore('password', past)).toEqual([]);
    await vault.close();
  });

  it('with a name is made once, whoever asks first', async () => {
    const vault = await openVault(folder());
    const made = await Promise.all(['a', 'b', 'c'].map((value) => vault.secrets.provide(wholeService, 'signing-key', async () => value)));
    expect(new Set(made).size).toBe(1);
    expect(await vault.secrets.provide('company-1', 'signing-key', async () => 'another')).toBe('another');
    await vault.close();
  });
});

describe('a vault opened beside the running service', () => {
  it('finds what the service has written, and writes nothing', async () => {
    const path = folder();
    const service = await openVault(path);
    const key = await service.dataKeys.provide('candidate-1');
    const beside = await readVault(path);
    expect(await beside.dataKeys.find('candidate-1')).toEqual(key);
    const later = await service.dataKeys.provide('candidate-2');
    expect(await beside.dataKeys.find('candidate-2')).toEqual(later);
    await expect(beside.dataKeys.provide('candidate-3')).rejects.toThrow('readonly');
    await expect(beside.dataKeys.take()).rejects.toThrow('readonly');
    await expect(beside.dataKeys.destroy('candidate-1')).rejects.toThrow('readonly');
    await beside.close();
    await service.close();
  });
});
