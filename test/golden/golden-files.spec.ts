import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goldenPath } from './golden-file.js';

const root = join(import.meta.dirname, '../..');

/** The stored names that the house's codecs speak of, found in their source, so that nobody can forget to register one here. */
function storedNames(): readonly string[] {
  const sources = globSync('src/{contexts,platform}/**/*.codecs.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(/\bcodec\(\s*'([^']+)'/g)].map(([, name]) => name ?? ''));
}

describe('golden files', () => {
  it('exist for every stored name', () => {
    const files = new Set(readdirSync(join(import.meta.dirname, 'files')));
    expect(storedNames().filter((name) => !files.has(`${name}.v1.json`))).toEqual([]);
  });

  it('are those of a codec that is still there', () => {
    const names = new Set(storedNames());
    const files = readdirSync(join(import.meta.dirname, 'files')).filter((file) => !file.startsWith('parcel.'));
    expect(files.filter((file) => !names.has(file.replace(/\.v\d+\.json$/, '')))).toEqual([]);
  });

  it('lie where they are looked for', () => {
    expect(goldenPath('mailbox.provisioned', 2)).toMatch(/golden\/files\/mailbox\.provisioned\.v2\.json$/);
  });
});
