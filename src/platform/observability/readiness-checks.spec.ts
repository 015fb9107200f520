import { describe, expect, it } from '@jest/globals';
import { ReadinessChecks } from './readiness-checks.js';

describe('readiness', () => {
  it('asks every part, and a part that fails or does not answer is told in a sentence without its cause', async () => {
    const readiness = new ReadinessChecks();
    readiness.register({ part: 'event store', check: async () => undefined });
    readiness.register({ part: 'smtp ingress', check: async () => 'Nobody listens.' });
    readiness.register({ part: 'vault', check: () => Promise.reject(new Error('hunter2')) });
    readiness.register({ part: 'blobs', check: () => new Promise(() => undefined) });
    expect(await readiness.ask()).toEqual([
      { part: 'event store', wrong: undefined },
      { part: 'smtp ingress', wrong: 'Nobody listens.' },
      { part: 'vault', wrong: 'The vault cannot be asked.' },
      { part: 'blobs', wrong: 'No answer from the blobs.' },
    ]);
  });
});
