import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DescribedApi, namesInPath, type Operation } from '#test/service/described-api.js';
import { exampleOf, resolved, type Schema } from '#test/service/described-schema.js';
import { factsOf, itemsOf, textOf } from '#test/service/mailroom.js';
import { StartedService } from '#test/service/started-service.js';
import { temporaryFolders } from '#test/temporary-folder.js';
import { publicPaths, servedRoutes } from './served-routes.js';

const folder = temporaryFolders();
let service: StartedService;
let api: DescribedApi;

beforeAll(async () => {
  service = await StartedService.onEmptyDirectory();
  api = await DescribedApi.of(service);
}, 60_000);
afterAll(() => service.remove());

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 with a title, a version and bearer tokens', () => {
    expect(api.document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d+$/),
      info: { title: 'Poststelle', version: expect.any(String), description: expect.stringContaining('9457') },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
    expect(api.operations.length).toBeGreaterThan(50);
  });

  it('has a summary, a tag, an id of its own and security for every operation', () => {
    const bare = api.operations.filter(({ written }) => textless(written['summary']) || !Array.isArray(written['tags']));
    expect(names(bare)).toEqual([]);
    const ids = api.operations.map(({ written }) => textOf(written['operationId']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      names(
        api.operations.filter(({ scopes, written }) => JSON.stringify(written['security']) !== (scopes === '' ? '[]' : '[{"bearer":[]}]')),
      ),
    ).toEqual([]);
  });

  it('says what every operation answers, with its schema, and how it refuses', () => {
    expect(names(api.operations.filter((operation) => !saysWhatItAnswers(operation)))).toEqual([]);
  });

  it('describes every parameter of every path, and every other one', () => {
    const missing = api.operations.flatMap(({ name, path, parameters }) =>
      namesInPath(path)
        .filter((each) => !parameters.some((parameter) => parameter.in === 'path' && parameter.name === each && parameter.required))
        .map((each) => `${name}: ${each}`),
    );
    expect(missing).toEqual([]);
    const silent = api.operations.flatMap(({ name, written }) =>
      listOf(written['parameters'])
        .filter((each) => textless(each['description']))
        .map((each) => `${name}: ${textOf(each['name'])}`),
    );
    expect(silent).toEqual([]);
  });

  it('has a description and an example for every field of every body, and a bound for every text', () => {
    const bodies = api.operations.flatMap(({ name, body }) => (body === undefined ? [] : [{ name, body }]));
    expect(bodies.length).toBeGreaterThan(10);
    expect(bodies.flatMap(({ name, body }) => faultsOf(body, name))).toEqual([]);
    expect(bodies.filter(({ body }) => Object.keys(factsOf(exampleOf(body))).length === 0)).toEqual([]);
  });

  it('resolves every reference', () => {
    const references = JSON.stringify(api.document).matchAll(/"\$ref":"([^"]+)"/g);
    const targets = [...new Set([...references].map(([, target = '']) => target))];
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(resolved(api.document, target)).toHaveProperty('type');
  });

  it('holds every route that is served, except the public ones', async () => {
    const served = await servedRoutes(folder());
    expect(served.length).toBeGreaterThan(50);
    const described = new Set(api.operations.map(({ name }) => name));
    expect(served.filter((route) => !described.has(route) && !publicPaths.has(route))).toEqual([]);
    expect([...described].filter((name) => !served.includes(name))).toEqual([]);
  });
});

describe('what is served to read', () => {
  it('the page of the documentation works without any foreign host', async () => {
    const page = await fetch(`${service.url}/api/v1/docs`);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const needed = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, place = '']) => new URL(place, `${service.url}/api/v1/docs`));
    expect(needed.length).toBeGreaterThan(2);
    for (const place of needed) {
      expect(place.origin).toBe(service.url);
      expect([place.pathname, (await fetch(place)).status]).toEqual([place.pathname, 200]);
    }
  });

  it('every reason stands on the page of the documentation, and has a page of its own with its status and a sentence', async () => {
    const listed = itemsOf(factsOf(await (await fetch(`${service.url}/api/v1/problems`)).json()));
    expect(listed.length).toBeGreaterThan(40);
    const description = textOf(factsOf(api.document['info'])['description']);
    for (const reason of listed) {
      const row = `| \`/api/v1/problems/${textOf(reason['reason'])}\` | ${String(reason['status'])} | **${textOf(reason['title'])}.** `;
      expect(description).toContain(row);
      const page = await fetch(`${service.url}/api/v1/problems/${textOf(reason['reason'])}`);
      expect([page.status, await page.json()]).toEqual([200, reason]);
      expect(reason).toMatchObject({ title: expect.stringMatching(/^[A-Z]/), detail: expect.stringMatching(/[.)]$/) });
    }
  });
});

function saysWhatItAnswers({ written }: Operation): boolean {
  const responses = factsOf(written['responses']);
  const successes = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
  const said = successes.flatMap(([, response]) => Object.values(factsOf(factsOf(response)['content'] ?? {})));
  const refusal = factsOf(factsOf(responses['default'])['content'] ?? {});
  return said.length > 0 && said.every((content) => factsOf(content)['schema'] !== undefined) && 'application/problem+json' in refusal;
}

/** Text without a bound could be as long as a body, and a field without an example is guessed. */
function faultsOf(schema: Schema, at: string): readonly string[] {
  return Object.entries(schema.properties).flatMap(([name, each]) => {
    const place = `${at} ${name}`;
    if (each.type === 'object') return faultsOf(each, place);
    if (each.type === 'array' && each.items?.type === 'object') return faultsOf(each.items, place);
    const bounded = each.type !== 'string' || each.maxLength !== undefined || each.choices !== undefined || each.format !== undefined;
    const shown = each.example !== undefined || each.choices !== undefined || each.type === 'boolean';
    return [
      ...(bounded ? [] : [`${place} has no bound`]),
      ...(shown ? [] : [`${place} has no example`]),
      ...(textless(each.description) ? [`${place} is not described`] : []),
    ];
  });
}

function listOf(value: unknown) {
  return Array.isArray(value) ? value.map(factsOf) : [];
}

function textless(value: unknown): boolean {
  return typeof value !== 'string' || value.length < 3;
}

function names(operations: readonly Operation[]): readonly string[] {
  return operations.map(({ name }) => name);
}
