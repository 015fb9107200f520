import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EventStoreDouble } from '#test/event-store/double/event-store-double.js';

const run = promisify(execFile);
const root = process.cwd();

/** A server that the tests share; each service has a namespace of its own there. */
const named = process.env.POSTSTELLE_TEST_EVENT_STORE;

/** Environment variables of the service, by name. */
export type Environment = Readonly<Record<string, string>>;

/** The built service in a process of its own, on a data directory of its own, with ports of its own. */
export class StartedService {
  private child: ChildProcess | undefined;
  private printed = '';
  private double: EventStoreDouble | undefined;
  private readonly namespace = `t${randomBytes(8).toString('hex')}`;

  private constructor(
    readonly dataDirectory: string,
    readonly httpPort: number,
    readonly smtpPort: number,
    private readonly environment: Environment,
  ) {}

  /** On an empty data directory, and ready. */
  static async onEmptyDirectory(environment: Environment = {}): Promise<StartedService> {
    const directory = mkdtempSync(join(tmpdir(), 'poststelle-'));
    const service = new StartedService(join(directory, 'data'), await freePort(), await freePort(), environment);
    // Every service has a server of its own: its keys are in its data directory, and no other's events may stand in its log.
    if (process.env.POSTSTELLE_TEST_PROFILE === 'event-store-server' && named === undefined)
      service.double = await EventStoreDouble.start();
    await service.start();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.httpPort)}`;
  }

  /** Everything the service printed since its first start, logs included. */
  get output(): string {
    return this.printed;
  }

  /** What keeps its events, where they are neither in its data directory nor on a server that others use too. */
  get eventServer(): EventStoreDouble | undefined {
    return this.double;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts on the data that is there; answers when `/readyz` says so. `changes` are for this start alone. */
  async start(changes: Environment = {}): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
      env: this.environmentOf(changes),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    const deadline = Date.now() + 30_000;
    while (!(await this.ready())) {
      if (!this.running) throw new Error(`The service ended before it was ready:\n${this.printed.slice(-4_000)}`);
      if (Date.now() > deadline) throw new Error(`The service was not ready in 30 s:\n${this.printed.slice(-4_000)}`);
      await pause(25);
    }
  }

  /** As a power cut would: no signal handler runs. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an operator would. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** The operator's commands, on this service's data; answers what they printed. */
  async cli(...words: readonly string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(root, 'dist/cli.js'), ...words], {
      env: this.environmentOf(),
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout.trim();
  }

  async remove(): Promise<void> {
    if (this.running) await this.kill();
    await this.double?.[Symbol.asyncDispose]();
    rmSync(join(this.dataDirectory, '..'), { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || !this.running) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private async ready(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      // Not listening yet.
      return false;
    }
  }

  private eventStore(): Environment {
    if (this.double !== undefined) return { POSTSTELLE_EVENT_STORE: `esdb://127.0.0.1:${String(this.double.port)}?tls=false` };
    if (process.env.POSTSTELLE_TEST_PROFILE !== 'event-store-server' || named === undefined) return {};
    return { POSTSTELLE_EVENT_STORE: named, POSTSTELLE_EVENT_STORE_NAMESPACE: this.namespace };
  }

  /** What the service runs with, and so must whoever says the operator's commands beside it. */
  environmentOf(changes: Environment = {}): NodeJS.ProcessEnv {
    const inherited = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('POSTSTELLE_') && name !== 'NODE_OPTIONS'),
    );
    return {
      ...inherited,
      POSTSTELLE_DATA: this.dataDirectory,
      POSTSTELLE_HTTP_PORT: String(this.httpPort),
      POSTSTELLE_SMTP_PORT: String(this.smtpPort),
      ...this.eventStore(),
      ...this.environment,
      ...changes,
    };
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}
