import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '#test/temporary-folder.js';
import { HoldAfterRestore } from './hold-after-restore.js';
import { SweepMark } from './sweep-mark.js';

const temporaryFolder = temporaryFolders();

describe('the sweep of blobs', () => {
  it('is held back from a restore on, also by the next start, until a person lets it go on with all of them', async () => {
    const folder = temporaryFolder();
    const [file, mark] = [join(folder, 'held-back.txt'), new SweepMark(join(folder, 'swept-until'))];
    await mark.set(new Date());
    const hold = new HoldAfterRestore(file, mark);
    expect(await hold.reason()).toBeUndefined();

    await hold.begin();
    await hold.begin();
    expect(await hold.reason()).toContain('restored');
    expect(await new HoldAfterRestore(file, mark).reason()).toContain('restored');

    rmSync(file);
    expect(await hold.reason()).toBeUndefined();
    expect(await mark.read()).toBeUndefined();
  });
});
