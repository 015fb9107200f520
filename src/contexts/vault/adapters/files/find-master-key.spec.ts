import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { openVault, readVault, vaultPlace } from '#test/vault/vault-in.js';

const folder = temporaryFolders();
const anyKey = () => randomBytes(32).toString('base64');

const vaultWithOneKey = async (path: string, masterKey?: string) => {
  const vault = await openVault(path, masterKey === undefined ? {} : { masterKey });
  await vault.dataKeys.provide('candidate-1');
  await vault.close();
};

describe('the master key', () => {
  it('is made at the first start, for the owner alone, with a note about its backup beside it', async () => {
    const path = folder();
    const { keyFile, file } = vaultPlace(path);
    const vault = await openVault(path);
    expect(vault.masterKeyFrom).toBe('file-made-now');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${keyFile}.README.txt`, 'utf8')).toContain('Back it up');
    await vault.close();
  });

  it('is not made where the environment gives it', async () => {
    const path = folder();
    const masterKey = anyKey();
    await vaultWithOneKey(path, masterKey);
    expect(existsSync(vaultPlace(path).keyFile)).toBe(false);
    const again = await openVault(path, { masterKey });
    expect(again.masterKeyFrom).toBe('environment');
    await again.close();
  });

  it('may move from the file into the environment', async () => {
    const path = folder();
    await vaultWithOneKey(path);
    const { keyFile } = vaultPlace(path);
    const masterKey = readFileSync(keyFile, 'utf8');
    rmSync(keyFile);
    const vault = await openVault(path, { masterKey });
    expect(await vault.dataKeys.find('candidate-1')).toMatchObject({ id: 'candidate-1' });
    await vault.close();
  });

  it.each([
    ['empty', ''],
    ['no base64', 'geheim!'],
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['hexadecimal', randomBytes(32).toString('hex')],
  ])('is refused with a sentence where the environment gives one that is %s', async (_, masterKey) => {
    const path = folder();
    await expect(openVault(path, { masterKey })).rejects.toThrow(/POSTSTELLE_MASTER_KEY must be exactly 32 bytes in base64/);
    expect(existsSync(vaultPlace(path).file)).toBe(false);
  });

  it('that is wrong opens no vault, and changes nothing', async () => {
    const path = folder();
    await vaultWithOneKey(path);
    const before = readFileSync(vaultPlace(path).file);
    await expect(openVault(path, { masterKey: anyKey() })).rejects.toThrow(CannotStart);
    await expect(openVault(path, { masterKey: anyKey() })).rejects.toThrow(/does not open the vault/);
    expect(readFileSync(vaultPlace(path).file).equals(before)).toBe(true);
    await (await openVault(path)).close();
  });

  it('that is missing for an existing vault stops the start, and no new one is made', async () => {
    const path = folder();
    await vaultWithOneKey(path);
    rmSync(vaultPlace(path).keyFile);
    await expect(openVault(path)).rejects.toThrow(/its master key is missing/);
    expect(existsSync(vaultPlace(path).keyFile)).toBe(false);
  });

  it.each([0o640, 0o604, 0o620, 0o644])('is refused in a file that others may use (mode %o)', async (mode) => {
    const path = folder();
    await vaultWithOneKey(path);
    chmodSync(vaultPlace(path).keyFile, mode);
    await expect(openVault(path)).rejects.toThrow(/chmod 600/);
    await expect(readVault(path)).rejects.toThrow(/chmod 600/);
  });

  it('is refused in a file that holds something else', async () => {
    const path = folder();
    await vaultWithOneKey(path);
    writeFileSync(vaultPlace(path).keyFile, 'not a key');
    await expect(openVault(path)).rejects.toThrow(/does not hold 32 bytes in base64/);
  });

  it('is never made by who only reads', async () => {
    const path = folder();
    await expect(readVault(path)).rejects.toThrow(CannotStart);
    expect(existsSync(vaultPlace(path).keyFile)).toBe(false);
    expect(existsSync(vaultPlace(path).file)).toBe(false);
  });
});

describe('a file that is no vault', () => {
  it('is refused with a sentence', async () => {
    const path = folder();
    await vaultWithOneKey(path);
    writeFileSync(vaultPlace(path).file, randomBytes(8192));
    await expect(openVault(path)).rejects.toThrow(/is no vault/);
  });
});
