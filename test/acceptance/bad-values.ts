import type { Schema } from '#test/service/described-schema.js';

/** Stands in every bad value that can hold it: no answer may repeat it. */
export const mark = 'zq7x';

export interface BadValue {
  /** Path of the property and what is wrong with it. */
  readonly what: string;
  readonly value: unknown;
}

/** A whole body with one thing wrong in it. */
export interface BadBody extends BadValue {
  /** The outermost property that holds what is wrong. */
  readonly field: string;
}

/** Where a person writes more than one line, control characters are a matter of the text. */
const ofManyLines = new Set(['text', 'html', 'certificateAuthority']);

/** Every property of a body, at every depth, with every kind of bad value, each in a body that is good otherwise. */
export function badBodies({ properties, required }: Schema, good: Body): readonly BadBody[] {
  const attacked = Object.entries(properties).flatMap(([field, schema]) =>
    badValues(schema, good[field], field).map(({ what, value }) => ({ what, field, value: { ...good, [field]: value } })),
  );
  const missing = required.map((field) => ({ what: `${field} missing`, field, value: without(good, field) }));
  return [...attacked, ...missing, { what: 'unknown field', field: 'unknownField', value: { ...good, unknownField: mark } }];
}

type Body = Readonly<Record<string, unknown>>;

function badValues(schema: Schema, good: unknown, at: string): readonly BadValue[] {
  const scalars = badScalars(schema, at);
  if (schema.type === 'object') return [...scalars, ...badObjects(schema, good, at)];
  return schema.type === 'array' ? [...scalars, ...badLists(schema, good, at)] : scalars;
}

function badObjects(schema: Schema, good: unknown, at: string): readonly BadValue[] {
  const inside = badBodies(schema, isBody(good) ? good : {});
  return inside.map(({ what, value }) => ({ what: `${at}.${what}`, value }));
}

function badLists({ items, maxItems = 1_000 }: Schema, good: unknown, at: string): readonly BadValue[] {
  if (items === undefined) return [];
  const first: unknown = Array.isArray(good) ? good[0] : undefined;
  const one = badValues(items, first, `${at}[0]`).map(({ what, value }) => ({ what, value: [value] }));
  return [{ what: `${at} too many`, value: Array.from({ length: maxItems + 1 }, () => first) }, ...one];
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(body: Body, field: string): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
}

function badScalars(schema: Schema, at: string): readonly BadValue[] {
  const others: Readonly<Record<string, readonly unknown[]>> = {
    string: [17, true, [mark], { [mark]: mark }],
    number: [mark, true, [1], {}],
    boolean: [mark, 1, 'true', [], {}],
    array: [mark, 17, { 0: mark }, [17], [null], [[mark]]],
    object: [mark, 17, [mark]],
  };
  const wrongType = [null, ...(others[schema.type] ?? [])].map((value) => ({ what: `${at} as ${JSON.stringify(value)}`, value }));
  return schema.type === 'string' ? [...wrongType, ...badTexts(schema, at)] : wrongType;
}

function badTexts(schema: Schema, at: string): readonly BadValue[] {
  const name = at.replace(/^.*\./, '');
  const tooLong = mark.padEnd((schema.maxLength ?? 5_000) + 1, 'x');
  const controls = [`${mark}\r\nBcc: x@elsewhere.example`, `${mark}\u0000`, `${mark}\u001b[2J`, `${mark}\u2028`];
  return [
    { what: `${at} too long`, value: tooLong },
    ...(ofManyLines.has(name) ? [] : controls.map((value) => ({ what: `${at} as ${JSON.stringify(value)}`, value }))),
  ];
}

/** What is no JSON object, and JSON that was made to hurt. */
export const badJson: Readonly<Record<string, string>> = {
  'half an object': `{"${mark}":`,
  'no JSON': mark,
  'a text': `"${mark}"`,
  'a number': '17',
  'a list': `["${mark}"]`,
  'a prototype': `{"__proto__":{"${mark}":1}}`,
  'a constructor': `{"constructor":{"prototype":{"${mark}":1}}}`,
  'a number beyond numbers': `{"${mark}":1e999}`,
  'half a character': `{"name":"${mark}\\ud800"}`,
  'half a character as name': `{"${mark}\\ud800":1}`,
  'very deep': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  'a very deep list': `{"${mark}":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
};

/** No id of anything; encoded for a path. */
export const badIds: readonly string[] = [
  mark,
  `${mark}%2F..%2F..%2Fetc%2Fpasswd`,
  `..%2f..%2f${mark}`,
  '%2e%2e',
  `${mark}%00`,
  `${mark}%0d%0aSet-Cookie:%20a=b`,
  `${mark}%ff%fe`,
  `%F0%9F%92%A9${mark}`,
  '__proto__',
  'constructor',
  'external:',
  `external:${mark}`,
  `external:${mark}%00`,
  '00000000-0000-0000-0000-000000000000',
  mark.padEnd(5_000, 'x'),
  `external:${mark.padEnd(500, 'x')}`,
];

/** By header, what no operation takes. */
export const badHeaders: Readonly<Record<string, readonly string[]>> = {
  'if-match': [mark, `"${mark}"`, 'W/"1"', '1', '"1", "2"', '"-1"', `"${'9'.repeat(400)}"`, ''],
  'idempotency-key': ['', `${mark} ${mark}`, mark.padEnd(5_000, 'x'), `${mark}\u00fc`],
  'poststelle-on-behalf-of': ['', `${mark} ${mark}`, `${mark}@a.example`, mark.padEnd(5_000, 'x')],
};

/** By query parameter; what holds for others of the same kind too is in `''`. */
export const badQueries: Readonly<Record<string, readonly string[]>> = {
  limit: ['0', '-1', '1000000000', 'abc', '1.5', '', 'NaN'],
  cursor: ['', mark, `${mark}.${mark}`, mark.padEnd(5_000, 'x'), 'eyJhIjox'],
  waitFor: [mark, 'sqlite-ffffffffffffffff:1', `sqlite-${mark}:x`, mark.padEnd(5_000, 'x'), '\u0000'],
  '': ['', mark, `${mark}\u0000`, mark.padEnd(5_000, 'x'), '[]'],
};
