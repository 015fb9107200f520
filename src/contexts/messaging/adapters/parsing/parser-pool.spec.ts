import { afterEach, describe, expect, it } from '@jest/globals';
import { ownDomains, readMail } from '#test/mails/read-mail.js';
import type { ParserJob } from './parser-job.js';
import { ParserBusy, ParserPool } from './parser-pool.js';

const limits = { threads: 1, waiting: 5, idleMs: 10_000, timeMs: 20_000, heapMb: 256 };
const pools: ParserPool[] = [];

function poolWith(options: Partial<typeof limits> = {}) {
  const pool = new ParserPool({ ...limits, ...options });
  pools.push(pool);
  return pool;
}

const application = (): ParserJob => ({ ask: 'parse', raw: new Uint8Array(readMail('person/application.eml')), domains: ownDomains });

/** Some 30 MB of nothing but line ends keep any parser busy for a while. */
const tedious = (): ParserJob => ({ ask: 'parse', raw: new Uint8Array(30_000_000).fill(10), domains: ownDomains });

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

describe('the parser threads', () => {
  it('answer what the parser finds', async () => {
    const answer = await poolWith().run(application());
    expect(answer).toMatchObject({ answer: 'parsed', mail: { mail: { subject: 'Bewerbung als Ingenieurin – München' } } });
  });

  it('answer the bytes of an attachment', async () => {
    const raw = new Uint8Array(readMail('person/application.eml'));
    const answer = await poolWith().run({ ask: 'attachment', raw, index: 0 });
    expect(answer).toMatchObject({ answer: 'attachment', attachment: { bytes: expect.objectContaining({ length: 28 }) } });
  });

  it('work off what waits, one after the other', async () => {
    const pool = poolWith();
    const answers = await Promise.all([application(), application(), application()].map((job) => pool.run(job)));
    expect(answers.map(({ answer }) => answer)).toEqual(['parsed', 'parsed', 'parsed']);
  });

  it('refuse what is too much, which is not the mail’s fault', async () => {
    const pool = poolWith({ waiting: 0 });
    const first = pool.run(application());
    await expect(pool.run(application())).rejects.toThrow(ParserBusy);
    await first;
  });

  it('give a mail up that takes too long, and parse the next', async () => {
    const pool = poolWith({ timeMs: 50 });
    await expect(pool.run(tedious())).rejects.toMatchObject({ name: 'MailDefeatedParser', reason: 'time-limit' });
    const another = poolWith();
    await expect(another.run(application())).resolves.toMatchObject({ answer: 'parsed' });
  });

  it('give a mail up that takes too much memory, and go on with the next in a new thread', async () => {
    const pool = poolWith({ heapMb: 40 });
    const greedy: ParserJob = { ask: 'parse', raw: new TextEncoder().encode(`a:b\n\n${'é\n'.repeat(10_000_000)}`), domains: ownDomains };
    await expect(pool.run(greedy)).rejects.toMatchObject({ reason: 'memory-limit' });
    await expect(pool.run({ ask: 'parse', raw: new TextEncoder().encode('a:b\n\nx'), domains: [] })).resolves.toMatchObject({
      answer: 'parsed',
    });
  });

  it('leave a mail when they are told to, and blame it for nothing', async () => {
    const leaving = new AbortController();
    const pool = poolWith();
    const run = pool.run(tedious(), leaving.signal).catch((fault: unknown) => fault);
    leaving.abort();
    expect(await run).toBeInstanceOf(ParserBusy);
    await expect(pool.run(application())).resolves.toMatchObject({ answer: 'parsed' });
  });

  it('blame no mail for what they were at when the service goes down', async () => {
    const pool = poolWith();
    const both = [pool.run(application()), pool.run(application())].map((run) => run.catch((fault: unknown) => fault));
    pool.close();
    const faults = await Promise.all(both);
    expect(faults.map((fault) => fault instanceof ParserBusy)).toEqual([true, true]);
  });
});
