import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { temporaryFolders } from '#test/temporary-folder.js';
import { RestoreMark, type Restore } from './restore-mark.js';
import { RestoreRecovery } from './restore-recovery.js';

Logger.overrideLogger(false);
const temporaryFolder = temporaryFolders();
const restore: Restore = { last: { position: 'memory-1:7', eventId: 'event-7' }, done: [] };

async function start(found: Restore | undefined, file = join(temporaryFolder(), 'restored.json')) {
  const mark = new RestoreMark(file);
  if (found !== undefined) await mark.write(found);
  const gates: Promise<unknown>[] = [];
  const recovery = new RestoreRecovery(found, mark, { openWhen: (gate) => void gates.push(gate) });
  const opened = () =>
    Promise.race([
      Promise.all(gates).then(() => true),
      new Promise((resolve) =>
        setImmediate(() => {
          resolve(false);
        }),
      ),
    ]);
  return { mark, recovery, opened };
}

describe('after a restore', () => {
  it('what follows is done in turn, with the last event of the backup, before owed work begins; then nothing of it is left', async () => {
    const { mark, recovery, opened } = await start(restore);
    const seen: unknown[] = [];
    for (const name of ['first', 'second'])
      recovery.register(name, async (upTo) => {
        seen.push([name, upTo, await opened()]);
        return 'done';
      });
    await recovery.onApplicationBootstrap();
    expect(seen).toEqual([
      ['first', 'memory-1:7', false],
      ['second', 'memory-1:7', false],
    ]);
    expect(await opened()).toBe(true);
    expect(await mark.read()).toBeUndefined();
  });

  it('without one nothing is done, and owed work begins', async () => {
    const { recovery, opened } = await start(undefined);
    recovery.register('first', () => Promise.reject(new Error('Not to be asked.')));
    await recovery.onApplicationBootstrap();
    expect(await opened()).toBe(true);
  });

  it('a start that fails in the middle opens nothing, and the next one goes on with the rest', async () => {
    const { mark, recovery, opened } = await start(restore);
    recovery.register('first', async () => 'done');
    recovery.register('second', () => Promise.reject(new Error('disk I/O error')));
    await expect(recovery.onApplicationBootstrap()).rejects.toThrow('disk I/O error');
    expect(await opened()).toBe(false);
    expect(await mark.read()).toEqual({ ...restore, done: ['first'] });
  });

  it('what could not be done is left for the next start; what is done is not done again', async () => {
    const { mark, recovery, opened } = await start({ ...restore, done: ['first'] });
    recovery.register('first', () => Promise.reject(new Error('Not to be asked again.')));
    recovery.register('second', async () => 'unfinished');
    recovery.register('third', async () => 'done');
    await recovery.onApplicationBootstrap();
    expect(await opened()).toBe(true);
    expect(await mark.read()).toEqual({ ...restore, done: ['first', 'third'] });
  });

  it('two consequences of one name are a mistake of the program', async () => {
    const { recovery } = await start(undefined);
    recovery.register('first', async () => 'done');
    expect(() => {
      recovery.register('first', async () => 'done');
    }).toThrow('two consequences');
  });
});
