import { type Schema, schemaOf } from './described-schema.js';
import { type Facts, factsOf, textOf } from './mailroom.js';
import type { StartedService } from './started-service.js';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** Method and path, as a person would name it. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  /** Scopes that are needed, joined by " and " or " or "; "" where everybody may ask. */
  readonly scopes: string;
  /** As the document has it. */
  readonly written: Facts;
}

/** The OpenAPI document of a running service, as the list of what can be asked of it. */
export class DescribedApi {
  private constructor(
    readonly document: Facts,
    readonly operations: readonly Operation[],
  ) {}

  static async of(service: StartedService): Promise<DescribedApi> {
    const document = factsOf(await (await fetch(`${service.url}/api/v1/openapi.json`)).json());
    const operations = Object.entries(factsOf(document['paths'])).flatMap(([path, methods]) =>
      Object.entries(factsOf(methods)).map(([method, written]) => operationOf(document, method.toUpperCase(), path, factsOf(written))),
    );
    return new DescribedApi(document, operations);
  }

  /** What belongs to one company. */
  get ofCompanies(): readonly Operation[] {
    return this.operations.filter(({ path }) => path.includes('{companyId}'));
  }

  /** What needs a token. */
  get guarded(): readonly Operation[] {
    return this.operations.filter(({ scopes }) => scopes !== '');
  }
}

/** The names in braces, in their order. */
export function namesInPath(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function operationOf(document: Facts, method: string, path: string, written: Facts): Operation {
  const parameters = Array.isArray(written['parameters']) ? written['parameters'] : [];
  const { 'x-scopes': scopes, requestBody } = written;
  return {
    method,
    path,
    name: `${method} ${path}`,
    parameters: parameters.map((each) => parameterOf(document, factsOf(each))),
    body: requestBody === undefined ? undefined : bodyOf(document, factsOf(requestBody)),
    scopes: typeof scopes === 'string' ? scopes : '',
    written,
  };
}

function parameterOf(document: Facts, written: Facts): Parameter {
  const place = textOf(written['in']);
  if (place !== 'path' && place !== 'query' && place !== 'header') throw new Error(`A parameter in ${place}.`);
  return {
    name: textOf(written['name']),
    in: place,
    required: written['required'] === true,
    schema: schemaOf(document, written['schema']),
  };
}

function bodyOf(document: Facts, written: Facts): Schema {
  return schemaOf(document, factsOf(factsOf(written['content'])['application/json'])['schema']);
}
