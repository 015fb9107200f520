import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One released stored form, kept for ever: what was stored, and the domain event it must be read as. */
export interface GoldenFile {
  readonly category: string;
  readonly type: string;
  readonly stored: unknown;
  readonly data: unknown;
}

export function goldenPath(storedType: string, schema: number): string {
  return join(import.meta.dirname, 'files', `${storedType}.v${schema}.json`);
}

/** `undefined` where nobody has written it yet. */
export function readGolden(storedType: string, schema: number): GoldenFile | undefined {
  const path = goldenPath(storedType, schema);
  if (!existsSync(path)) return undefined;
  return parsed(readFileSync(path, 'utf8'), path);
}

/** Never over an older one: a released form does not change. */
export function writeGolden(storedType: string, schema: number, file: GoldenFile): void {
  writeFileSync(goldenPath(storedType, schema), `${JSON.stringify(file, null, 2)}\n`, { flag: 'wx' });
}

function parsed(text: string, path: string): GoldenFile {
  const file: unknown = JSON.parse(text);
  if (!isGoldenFile(file)) throw new Error(`${path} is no golden file.`);
  return file;
}

function isGoldenFile(file: unknown): file is GoldenFile {
  return typeof file === 'object' && file !== null && ['category', 'type', 'stored', 'data'].every((name) => name in file);
}
