import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

const root = process.cwd();
const run = promisify(execFile);

async function cruise(folder: string): Promise<Cruise> {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cli, 'src', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  // The cruiser exits with the number of violations; what it found is on its standard output either way.
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }).catch((failed: unknown) => {
    if (failed instanceof Error && 'stdout' in failed && typeof failed.stdout === 'string') return { stdout: failed.stdout };
    throw failed;
  });
  const found: unknown = JSON.parse(stdout);
  if (!isCruise(found)) throw new Error('dependency-cruiser answered in a form that this spec does not know');
  return found;
}

function isCruise(found: unknown): found is Cruise {
  return typeof found === 'object' && found !== null && 'modules' in found && 'summary' in found;
}

/** The names of all rules, sorted, as the configuration itself has them. */
async function ruleNames(): Promise<readonly string[]> {
  const program = `console.log(JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map(({ name }) => name).sort()))`;
  const { stdout } = await run(process.execPath, ['--eval', program], { cwd: root });
  const names: unknown = JSON.parse(stdout);
  if (!Array.isArray(names)) throw new Error('The configuration has no list of rules.');
  return names.map(String);
}

describe('the dependency rules', () => {
  let fixtures: Cruise;
  let house: Cruise;

  beforeAll(async () => {
    [fixtures, house] = await Promise.all([cruise(join(root, 'test/architecture/fixtures')), cruise(root)]);
  }, 120_000);

  it('each bite on a fixture that is named after the rule it breaks', async () => {
    const rules = await ruleNames();
    const bitten = new Set(
      fixtures.summary.violations.filter(({ from, rule }) => basename(from).startsWith(rule.name)).map(({ rule }) => rule.name),
    );
    expect([...bitten].sort()).toEqual(rules);
  });

  it('read every file of the house', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts'),
    );
    const read = house.modules.filter(({ source }) => source.startsWith('src/'));
    expect(read.length).toBe(files.length);
    expect(read.length).toBeGreaterThan(20);
  });

  it('are kept by the house', () => {
    expect(house.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});
