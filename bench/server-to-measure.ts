import { serverAddress, type ServerAddress } from '#platform/config/event-store-server.js';
import { namedServer } from '#test/event-store/named-server.js';
import { DoubleProcess } from '#test/event-store/double/double-process.js';

interface Measured extends AsyncDisposable {
  readonly name: string;
  readonly address: ServerAddress;
}

/** The server that the environment names; else a double in a process of its own, which tells the ratio and nothing about a real one. */
export async function serverToMeasure(): Promise<Measured> {
  const named = namedServer();
  if (named !== undefined)
    return { name: 'the server of POSTSTELLE_TEST_EVENT_STORE', address: named, [Symbol.asyncDispose]: async () => undefined };
  const double = await DoubleProcess.start();
  const address = serverAddress(double.address);
  if ('wrong' in address) throw new Error(`The double ${address.wrong}.`);
  const end = () => double.end();
  return { name: 'a double (POSTSTELLE_TEST_EVENT_STORE names a real server)', address: address.value, [Symbol.asyncDispose]: end };
}
