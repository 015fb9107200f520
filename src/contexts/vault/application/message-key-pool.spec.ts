import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startChild } from '#test/child/child.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { openVault } from '#test/vault/vault-in.js';
import { MessageKeyPool } from './message-key-pool.js';

const folder = temporaryFolders();

describe('the pool of message keys', () => {
  it('hands no key out twice over any sequence of restarts, clean or not, and every one can be found afterwards', async () => {
    const lives = fc.array(fc.record({ takes: fc.nat(30), ends: fc.constantFrom('closed', 'cut off') }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lives, async (sequence) => {
        const path = folder();
        const handedOut: string[] = [];
        for (const { takes, ends } of sequence) {
          const vault = await openVault(path);
          const keys = await Promise.all(Array.from({ length: takes }, () => vault.dataKeys.take()));
          handedOut.push(...keys.map((key) => key.id));
          if (ends === 'closed') await vault.close();
        }
        expect(new Set(handedOut).size).toBe(handedOut.length);
        const last = await openVault(path);
        for (const id of handedOut) expect(await last.dataKeys.find(id)).toMatchObject({ id });
        await last.close();
      }),
      { numRuns: 25 },
    );
  });

  it('hands no key out twice when the process is killed at any moment, and each had been written before it left', async () => {
    const path = folder();
    const handedOut: string[] = [];
    for (const lines of [1, 9, 40, 111]) {
      const child = startChild('vault/take-keys.child.ts', path);
      await child.said(lines);
      await child.kill();
      handedOut.push(...child.lines);
    }
    expect(new Set(handedOut).size).toBe(handedOut.length);
    const vault = await openVault(path);
    for (const id of handedOut) expect(await vault.dataKeys.find(id)).toMatchObject({ id });
    await vault.close();
  }, 60_000);

  it('gives keys that nobody took back to nobody: a clean end removes them', async () => {
    const path = folder();
    const vault = await openVault(path);
    const taken = await vault.dataKeys.take();
    await vault.close();
    await expect(vault.dataKeys.take()).rejects.toThrow('closed');
    const after = await openVault(path);
    expect(await after.dataKeys.find(taken.id)).toEqual(taken);
    await after.close();
  });

  it('reports a batch that could not be written in the background, and tries again when it is empty', async () => {
    const reported: unknown[] = [];
    let batches = 0;
    const failsTheSecond = async (count: number) => {
      batches += 1;
      if (batches === 2) throw new Error('disk full');
      return Array.from({ length: count }, (_, n) => ({ id: `${String(batches)}-${String(n)}`, bytes: new Uint8Array(32) }));
    };
    const pool = new MessageKeyPool(failsTheSecond, (error) => reported.push(error), { batch: 2, low: 2 });
    await pool.take();
    await new Promise((done) => setTimeout(done, 20));
    expect(reported).toEqual([new Error('disk full')]);
    const [second, third] = [await pool.take(), await pool.take()];
    expect([second.id, third.id]).toEqual(['1-0', '3-1']);
    await pool.close();
  });
});
