import { once } from 'node:events';
import { serverAddress, type ServerAddress } from '#platform/config/event-store-server.js';
import { namedServer } from '#test/event-store/named-server.js';
import { startChild } from '#test/child/child.js';

interface Measured extends AsyncDisposable {
  readonly name: string;
  readonly address: ServerAddress;
}

/** The server that the environment names; else a double in a process of its own, which tells the ratio and nothing about a real one. */
export async function serverToMeasure(): Promise<Measured> {
  const named = namedServer();
  if (named !== undefined)
    return { name: 'the server of POSTSTELLE_TEST_EVENT_STORE', address: named, [Symbol.asyncDispose]: async () => undefined };
  const child = startChild('event-store/double/double.main.ts');
  await child.said(1);
  const address = serverAddress(child.lines[0] ?? '');
  if ('wrong' in address) throw new Error(`The double ${address.wrong}.`);
  const end = async () => {
    const ended = once(child.process, 'exit');
    child.process.kill();
    await ended;
  };
  return { name: 'a double (POSTSTELLE_TEST_EVENT_STORE names a real server)', address: address.value, [Symbol.asyncDispose]: end };
}
