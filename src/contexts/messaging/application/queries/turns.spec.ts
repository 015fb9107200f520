import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  it('lets a few work at once, others in their order, and turns away what is too much', async () => {
    const turns = new Turns(2, 2);
    const order: number[] = [];
    const ends: (() => void)[] = [];
    const work = (nth: number) =>
      turns.take(async () => {
        order.push(nth);
        await new Promise<void>((end) => ends.push(end));
        return nth;
      });
    const answers = [1, 2, 3, 4, 5].map(work);
    expect(await answers[4]).toBe('busy');
    expect(order).toEqual([1, 2]);
    for (let ended = 0; ended < 4; ended += 1) {
      ends.shift()?.();
      await answers[ended];
      await Promise.resolve();
    }
    expect(await Promise.all(answers.slice(0, 4))).toEqual([1, 2, 3, 4]);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('goes on after a failure', async () => {
    const turns = new Turns(1, 1);
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take(async () => 'done')).toBe('done');
  });
});
