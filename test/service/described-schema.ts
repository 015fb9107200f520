import { type Facts, factsOf } from './mailroom.js';

/** What the OpenAPI document says of a value, references followed. */
export interface Schema {
  readonly type: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema | undefined;
  readonly choices: readonly unknown[] | undefined;
  readonly maxLength: number | undefined;
  readonly maxItems: number | undefined;
  readonly format: string | undefined;
  readonly description: unknown;
  readonly example: unknown;
}

/** What stands at a `#/…` reference; throws where nothing does. */
export function resolved(document: Facts, reference: string): Facts {
  const found = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce((place, name) => factsOf(place[name]), document);
  return found;
}

export function schemaOf(document: Facts, written: unknown): Schema {
  const { $ref, allOf, ...own } = factsOf(written);
  if (typeof $ref === 'string') return schemaOf(document, resolved(document, $ref));
  if (Array.isArray(allOf)) return schemaOf(document, { ...own, ...Object.assign({}, ...allOf.map((each) => followed(document, each))) });
  const properties = Object.entries(own['properties'] === undefined ? {} : factsOf(own['properties']));
  return {
    type: typeof own['type'] === 'string' ? own['type'] : 'any',
    properties: Object.fromEntries(properties.map(([name, each]) => [name, schemaOf(document, each)])),
    required: textsOf(own['required']),
    items: own['items'] === undefined ? undefined : schemaOf(document, own['items']),
    choices: Array.isArray(own['enum']) ? own['enum'] : undefined,
    maxLength: numberOf(own['maxLength']),
    maxItems: numberOf(own['maxItems']),
    format: typeof own['format'] === 'string' ? own['format'] : undefined,
    description: own['description'],
    example: own['example'],
  };
}

/** A value as the document shows it, with every property. */
export function exampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.choices !== undefined) return schema.choices[0];
  if (schema.type === 'array') return schema.items === undefined ? [] : [exampleOf(schema.items)];
  if (schema.type !== 'object') return { string: 'text', number: 1, integer: 1, boolean: true }[schema.type];
  return Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, exampleOf(each)]));
}

function followed(document: Facts, written: unknown): Facts {
  const { $ref } = factsOf(written);
  return typeof $ref === 'string' ? resolved(document, $ref) : factsOf(written);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
