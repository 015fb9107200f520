import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Child {
  readonly process: ChildProcess;
  /** What it has said so far, whole lines. */
  readonly lines: readonly string[];
  /** Answers when it has said so many lines. */
  said(lines: number): Promise<void>;
  /** SIGKILL: it gets no chance to finish anything. Answers when it is gone and all it said has arrived. */
  kill(): Promise<void>;
  /** Its exit code. */
  ended(): Promise<number | null>;
}

/** Runs a script of `test/` in a process of its own, over the sources. */
export function startChild(script: string, ...args: readonly string[]): Child {
  const options = ['--experimental-transform-types', '--no-warnings', '--conditions=source', '--import', './test/child/typescript.mjs'];
  const child = spawn(process.execPath, [...options, `test/${script}`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const closed = Promise.all([once(child, 'exit'), once(reader, 'close')]);
  return {
    process: child,
    lines,
    async said(count) {
      while (lines.length < count)
        await Promise.race([once(reader, 'line'), closed.then(() => Promise.reject(new Error('It ended before.')))]);
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}
