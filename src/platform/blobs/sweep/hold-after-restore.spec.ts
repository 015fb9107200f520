import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '#test/temporary-folder.js';
import { heldBackAfterRestore } from './hold-after-restore.js';

const temporaryFolder = temporaryFolders();

describe('the sweep of blobs', () => {
  it('is held back once a restore was found, also by the next start, until a person lets it go on', async () => {
    const file = join(temporaryFolder(), 'held-back.txt');
    expect(await heldBackAfterRestore(file, () => false)()).toBeUndefined();
    expect(existsSync(file)).toBe(false);

    const atRestore = heldBackAfterRestore(file, () => true);
    expect(await atRestore()).toContain('restored');
    expect(await heldBackAfterRestore(file, () => false)()).toContain('restored');

    rmSync(file);
    expect(await atRestore()).toBeUndefined();
  });
});
