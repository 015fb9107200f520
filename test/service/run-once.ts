import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from './started-service.js';

export interface Ended {
  readonly code: number;
  /** Standard output and standard error. */
  readonly output: string;
}

/** Runs a program of the built service to its end: `main.js` where it does not start, or `cli.js`. */
export function runOnce(
  environment: Environment | NodeJS.ProcessEnv,
  program: 'main.js' | 'cli.js',
  ...words: readonly string[]
): Promise<Ended> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(POSTSTELLE_|NODE_OPTIONS)/.test(name)));
  return new Promise((resolve) => {
    const options = { env: { ...inherited, ...environment }, timeout: 30_000 };
    const child = execFile(process.execPath, [join(process.cwd(), 'dist', program), ...words], options, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, output: `${out}${err}` });
    });
  });
}
