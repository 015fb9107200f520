import type { Api } from './api.js';
import { factsOf, textOf } from './mailroom.js';

/** A route as the OpenAPI document lists it. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** With its placeholders, without the prefix `/api/v1`. */
  readonly path: string;
  readonly scopes: string | undefined;
}

/** Every route of the API that needs a token. */
export async function guardedOperations(api: Api): Promise<readonly Operation[]> {
  const { paths } = factsOf((await api.get('/openapi.json')).body);
  return Object.entries(factsOf(paths)).flatMap(([path, item]) =>
    Object.entries(factsOf(item)).flatMap(([method, operation]): readonly Operation[] => {
      const scopes = factsOf(operation)['x-scopes'];
      if (scopes === undefined) return [];
      return [{ method: method === 'get' ? 'GET' : 'POST', path: path.replace('/api/v1', ''), scopes: textOf(scopes) }];
    }),
  );
}

/** The path with these values in its placeholders; others get `otherwise`. */
export function filled({ path }: Operation, values: Readonly<Record<string, string>>, otherwise: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? otherwise);
}
