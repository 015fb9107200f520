import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LettersApplication } from '#test/http/letters-application.js';
import { at } from '#test/http/at.js';
import { companyIdOf } from '#platform/event-store/identity.js';

const acme = `/companies/${companyIdOf('acme')}`;
let app: LettersApplication;
let token: string;
let keys = 0;

beforeAll(async () => {
  app = await LettersApplication.start();
  token = await app.token();
});
afterAll(() => app.close());

function write(body: object | string = { text: 'Dear Anna' }, headers: Readonly<Record<string, string>> = {}) {
  keys += 1;
  return app.ask('POST', `${acme}/letters`, token, { body, headers: { 'idempotency-key': `key-${String(keys)}`, ...headers } });
}

describe('a command over HTTP', () => {
  it('is answered with its values, its ETag and its position', async () => {
    const answer = await write();
    expect(answer).toMatchObject({ status: 201, headers: { etag: '"0"' }, body: { revision: 0 } });
    expect(answer.headers['poststelle-position']).toEqual(expect.stringMatching(/^memory-/));
  });

  it('is answered as the first time when it comes again under the same Idempotency-Key', async () => {
    const first = await write({ text: 'once' }, { 'idempotency-key': 'again' });
    const second = await write({ text: 'once' }, { 'idempotency-key': 'again' });
    expect(second).toMatchObject({ status: 201, body: first.body });
  });

  it('does not care about the order of fields or white space in a repeat', async () => {
    const first = await write('{"text":"spaced"}', { 'idempotency-key': 'spaced', 'content-type': 'application/json' });
    const second = await write('{ "text" : "spaced" }', { 'idempotency-key': 'spaced', 'content-type': 'application/json' });
    expect(second.body).toEqual(first.body);
  });

  it('is refused when the same key comes with another body', async () => {
    await write({ text: 'one' }, { 'idempotency-key': 'reused' });
    expect(await write({ text: 'two' }, { 'idempotency-key': 'reused' })).toMatchObject({
      status: 422,
      body: { reason: 'key-used-before' },
    });
  });

  it('is told to wait while the first under the same key is at work, and is answered like it afterwards', async () => {
    app.gate.shut();
    const before = app.gate.arrived;
    const first = write({ text: 'slow' }, { 'idempotency-key': 'slow' });
    while (app.gate.arrived === before) await new Promise(setImmediate);
    expect(await write({ text: 'slow' }, { 'idempotency-key': 'slow' })).toMatchObject({ status: 409, body: { reason: 'still-running' } });
    app.gate.open();
    expect(await write({ text: 'slow' }, { 'idempotency-key': 'slow' })).toMatchObject({ status: 201, body: (await first).body });
  });

  it('that sends mail must carry an Idempotency-Key', async () => {
    const answer = await app.ask('POST', `${acme}/letters`, token, { body: { text: 'no key' } });
    expect(answer).toMatchObject({ status: 400, body: { reason: 'idempotency-key-missing' } });
  });

  it.each(['', ' ', 'tab\there', 'ü', 'x'.repeat(201)])('refuses the Idempotency-Key %j', async (key) => {
    expect(await write({ text: 'x' }, { 'idempotency-key': key })).toMatchObject({
      status: 400,
      body: { reason: 'idempotency-key-invalid' },
    });
  });

  it.each([{ body: { until: 'monday' } }, { body: '["until"]' }, { body: '"until"' }, { query: '?until=monday' }])(
    'is refused with fields that nobody reads: %j',
    async ({ body, query = '' }) => {
      const id = at((await write()).body, 'letterId');
      const headers = { 'content-type': 'application/json' };
      const asked = await app.ask('POST', `${acme}/letters/${id}/seal${query}`, token, {
        headers,
        ...(body === undefined ? {} : { body }),
      });
      expect(asked).toMatchObject({ status: 400, body: { reason: 'input-invalid' } });
      expect(asked.text).not.toContain('monday');
    },
  );

  it('may come without a body where it needs none', async () => {
    const { body } = await write();
    const id = at(body, 'letterId');
    expect(await app.ask('POST', `${acme}/letters/${id}/seal`, token, { headers: { 'content-type': 'application/json' } })).toMatchObject({
      status: 200,
    });
  });
});

describe('If-Match', () => {
  async function sealed(ifMatch?: string) {
    const { body } = await write();
    const id = at(body, 'letterId');
    return app.ask('POST', `${acme}/letters/${id}/seal`, token, { headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } });
  }

  it('lets a command pass that knows the revision', async () => {
    expect(await sealed('"0"')).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  });

  it('stops one that does not, with 412', async () => {
    expect(await sealed('"7"')).toMatchObject({ status: 412, body: { reason: 'changed-meanwhile' } });
  });

  it('asks nothing more than existence with *', async () => {
    expect(await sealed('*')).toMatchObject({ status: 200 });
  });

  it.each(['0', 'W/"0"', '"0", "1"', '"abc"', '""', '"-1"'])('refuses what is no ETag of ours: %s', async (value) => {
    expect(await sealed(value)).toMatchObject({ status: 400, body: { reason: 'if-match-invalid' } });
  });
});

describe('a query over HTTP', () => {
  it('writes bigints that are no exact number as text, and carries an ETag where there is a revision', async () => {
    const { body } = await write();
    const answer = await app.ask('GET', `${acme}/letters/${at(body, 'letterId')}`, token);
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { text: 'Dear Anna', revision: 0, huge: '1152921504606846976' },
    });
  });

  it('waits for a position that it is given', async () => {
    const position = at((await write()).body, 'position');
    expect(await app.ask('GET', `${acme}/letters?waitFor=${position}&limit=2`, token)).toMatchObject({
      body: { items: [{ position, limit: 2 }] },
    });
  });

  it.each(['memory:3', 'nonsense', '%00', 'sqlite-7f3a:42'])(
    'refuses to wait for %s, a position of no store or of another one',
    async (position) => {
      expect(await app.ask('GET', `${acme}/letters?waitFor=${position}`, token)).toMatchObject({
        status: 400,
        body: { reason: 'position-unknown', field: 'waitFor' },
      });
    },
  );

  it('goes on with its own cursor', async () => {
    const { body } = await app.ask('GET', `${acme}/letters`, token);
    const next = at(body, 'next');
    expect(await app.ask('GET', `${acme}/letters?cursor=${next}`, token)).toMatchObject({
      body: { items: [{ after: ['memory:7', 'last'] }] },
    });
  });

  it('refuses a cursor that was forged, or made for another list', async () => {
    const { body } = await app.ask('GET', `${acme}/letters`, token);
    const [, mac] = at(body, 'next').split('.');
    const forged = `${Buffer.from('["memory:9","other"]').toString('base64url')}.${String(mac)}`;
    const globex = await app.token({ company: companyIdOf('globex') });
    const elsewhere = await app.ask('GET', `/companies/${companyIdOf('globex')}/letters`, globex);
    for (const cursor of [forged, 'nonsense', '.', 'a.b.c', at(elsewhere.body, 'next')])
      expect(await app.ask('GET', `${acme}/letters?cursor=${encodeURIComponent(cursor)}`, token)).toMatchObject({
        status: 400,
        body: { reason: 'cursor-invalid', field: 'cursor' },
      });
  });

  it.each(['limit=0', 'limit=101', 'limit=many', 'limit=1&limit=2', 'colour=red', `waitFor=${'x'.repeat(201)}`, 'waitFor=a&waitFor=b'])(
    'refuses ?%s',
    async (query) => {
      expect(await app.ask('GET', `${acme}/letters?${query}`, token)).toMatchObject({ status: 400, body: { reason: 'input-invalid' } });
    },
  );
});
