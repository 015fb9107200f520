import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blobsConformance, committed, contentOf } from '#test/blobs/blobs-conformance.js';
import { KnownKeys } from '#test/blobs/known-keys.js';
import { startChild } from '#test/child/child.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { FileBlobs } from './file-blobs.js';

const folder = temporaryFolders();
const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

blobsConformance('files', async (keys, clock) => {
  const root = folder();
  return {
    blobs: await FileBlobs.open(root, keys, clock),
    stored: (blobId) => readFile(join(root, blobId)),
    store: (blobId, bytes) => writeFile(join(root, blobId), bytes),
    everything: async () => Buffer.concat(filesIn(root).map((file) => readFileSync(file))),
    reopened: () => FileBlobs.open(root, keys, clock),
  };
});

describe('a blob in a file', () => {
  it('is readable by the owner alone', async () => {
    const root = folder();
    const keys = new KnownKeys();
    const blobId = await committed(await FileBlobs.open(root, keys, { now: () => new Date() }), keys, Buffer.from('x'));
    expect(statSync(join(root, blobId)).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, blobId, '..')).mode & 0o777).toBe(0o700);
  });

  it('leaves nothing behind where its commit fails', async () => {
    const root = folder();
    const keys = new KnownKeys();
    const blobs = await FileBlobs.open(root, keys, { now: () => new Date() });
    await writeFile(join(root, new Date().toISOString().slice(0, 10)), 'a file in the place of the day');
    await expect(committed(blobs, keys, Buffer.from('x'))).rejects.toThrow();
    expect(filesIn(join(root, 'unfinished'))).toEqual([]);
  });

  it('that was said to be committed is there and whole, whenever the process is killed', async () => {
    const root = folder();
    const key = randomBytes(32);
    const said: string[] = [];
    for (const lines of [1, 7, 30]) {
      const child = startChild('blobs/commit-blobs.child.ts', root, key.toString('base64'));
      await child.said(lines);
      await child.kill();
      said.push(...child.lines);
    }
    const blobs = await FileBlobs.open(root, { find: async (id) => ({ id, bytes: new Uint8Array(key) }) }, { now: () => new Date() });
    for (const blobId of said) expect(await contentOf(blobs, blobId)).toBeInstanceOf(Uint8Array);
    // What was not said can be there, whole, or be unfinished; never half under an id.
    for await (const { blobId } of blobs.committed({ before: new Date(Date.now() + 60_000) })) await contentOf(blobs, blobId);
  }, 60_000);
});
