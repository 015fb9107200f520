import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { serverAddress, type ServerAddress } from '#platform/config/event-store-server.js';
import type { FaultyServer } from './faulty-server.js';

/** The server that POSTSTELLE_TEST_EVENT_STORE names, such as `esdb://127.0.0.1:2113?tls=false`; `undefined` where it names none. */
export function namedServer(): ServerAddress | undefined {
  const text = process.env.POSTSTELLE_TEST_EVENT_STORE ?? '';
  if (text === '') return undefined;
  const address = serverAddress(text);
  if ('wrong' in address) throw new Error(`POSTSTELLE_TEST_EVENT_STORE ${address.wrong}.`);
  return address.value;
}

/** What starts that server in the foreground, where the tests may kill it; `undefined` where they may not. */
export function startingCommand(): string | undefined {
  const command = process.env.POSTSTELLE_TEST_EVENT_STORE_START ?? '';
  return command === '' ? undefined : command;
}

/** A server that the tests start, freeze and kill. */
export class StartedServer implements FaultyServer {
  private child: ChildProcess | undefined;

  constructor(
    private readonly command: string,
    readonly port: number,
  ) {}

  async comeBack(): Promise<void> {
    // A group of its own, so that what the command starts is ended with it.
    this.child = spawn('/bin/sh', ['-c', `exec ${this.command}`], { detached: true, stdio: 'ignore' });
    await once(this.child, 'spawn');
  }

  async crash(): Promise<void> {
    await this.end('SIGKILL');
  }

  async shutDown(): Promise<void> {
    await this.end('SIGTERM');
  }

  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    const exited = once(child, 'exit');
    this.signal(signal);
    await exited;
    this.child = undefined;
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.child?.pid !== undefined) process.kill(-this.child.pid, signal);
  }
}
