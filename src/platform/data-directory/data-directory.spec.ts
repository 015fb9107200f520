import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startChild } from '#test/child/child.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { CannotStart } from './cannot-start.js';
import { DataDirectory } from './data-directory.js';
import { whyUnusable } from './why-unusable.js';

const folder = temporaryFolders();

describe('the data directory', () => {
  it('is made with all its folders, for the owner alone', async () => {
    const root = join(folder(), 'deep', 'data');
    const directory = await DataDirectory.hold(root);
    const { layout } = directory;
    for (const path of [layout.root, layout.blobs, layout.outbox, layout.tls]) expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(layout.lock).mode & 0o777).toBe(0o600);
    expect(readdirSync(root).sort()).toEqual(['blobs', 'lock.sqlite', 'outbox', 'tls']);
    directory.release();
  });

  it('can be held again once it was let go, and keeps what is in it', async () => {
    const root = folder();
    const first = await DataDirectory.hold(root);
    writeFileSync(join(first.layout.outbox, 'a.eml'), 'kept');
    first.release();
    const second = await DataDirectory.hold(root);
    expect(existsSync(join(second.layout.outbox, 'a.eml'))).toBe(true);
    second.release();
  });

  it('is refused with a sentence while another process holds it, and free once that one is killed', async () => {
    const root = folder();
    const first = startChild('data-directory/hold.child.ts', root);
    await first.said(1);
    expect(first.lines).toEqual(['held']);

    await expect(DataDirectory.hold(root)).rejects.toThrow(CannotStart);
    const second = startChild('data-directory/hold.child.ts', root);
    expect(await second.ended()).toBe(0);
    expect(second.lines).toEqual([expect.stringContaining(`Another Poststelle is already running on ${root}`)]);

    await first.kill();
    (await DataDirectory.hold(root)).release();
  }, 60_000);

  it('is refused twice in one process, too', async () => {
    const root = folder();
    const first = await DataDirectory.hold(root);
    await expect(DataDirectory.hold(root)).rejects.toThrow(/already running/);
    await expect(DataDirectory.hold(root)).rejects.toThrow(/already running/);
    first.release();
  });

  it('is refused with a sentence where a file is in the way', async () => {
    const root = join(folder(), 'data');
    writeFileSync(root, 'a file');
    await expect(DataDirectory.hold(root)).rejects.toThrow(/cannot be used: there is a file in the way/);
    await expect(DataDirectory.hold(join(root, 'deeper'))).rejects.toThrow(/cannot be used: there is a file in the way/);
    const other = folder();
    writeFileSync(join(other, 'blobs'), 'a file');
    await expect(DataDirectory.hold(other)).rejects.toThrow(/cannot be used: there is a file in the way/);
    writeFileSync(join(other, 'lock.sqlite'), 'something else, and long enough to be looked at. '.repeat(100));
    await expect(DataDirectory.hold(other)).rejects.toThrow(/its lock.sqlite is something else/);
  });

  it('is refused with a sentence where nobody can write', async () => {
    await expect(DataDirectory.hold('/sys/poststelle')).rejects.toThrow(/cannot be used: /);
  });

  it.each([
    ['ENOSPC', /the disk is full/],
    ['SQLITE_FULL', /the disk is full/],
    ['EROFS', /read-only file system/],
    ['EACCES', /may not write there/],
    ['EPERM', /may not write there/],
    ['EWHATEVER', /cannot be used: something odd/],
  ])('has a sentence for %s', (code, sentence) => {
    expect(whyUnusable('/data', Object.assign(new Error('something odd'), { code }))).toMatch(sentence);
  });

  (canMount() ? it : it.skip)('on a full disk is refused with a sentence (needs the right to mount a small disk)', async () => {
    const root = folder();
    mountSmallDisk(root);
    try {
      await expect(DataDirectory.hold(join(root, 'data'))).rejects.toThrow(/the disk is full/);
      expect(readdirSync(join(root, 'data')).filter((name) => name.startsWith('probe'))).toEqual([]);
    } finally {
      execFileSync('umount', [root]);
    }
  });
});

/** A file system of 32 KB. */
function mountSmallDisk(root: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', root], { stdio: 'ignore' });
}

function canMount(): boolean {
  const root = mkdtempSync(join(tmpdir(), 'poststelle-'));
  try {
    mountSmallDisk(root);
    execFileSync('umount', [root]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(root);
  }
}
