import { Duplex } from 'node:stream';
import { EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';

/**
 * The client, kept from ending the process. Measured with 6.2.1: appends that wait for the socket when the connection breaks are
 * unhandled rejections; an answer that comes after its append was given up is an uncaught exception; a failed discovery during a
 * reconnection is an unhandled rejection.
 */
export class GuardedClient extends EventStoreDBClient {
  /** Set when the guards stand: before anybody can call the client. */
  readonly isGuarded = this.guard();

  /**
   * Gives the connection up and makes a new one at the next call. The client does so by itself only when the server says that it is
   * unavailable; a connection that was accepted and never answered would be waited for without end.
   */
  async reconnect(): Promise<void> {
    const unavailable = () => Promise.reject(new UnavailableError());
    try {
      await this.execute(StreamsClient, 'reconnect', unavailable);
    } catch {
      // Its own error, which made the client let go of the channel.
    }
  }

  private guard(): true {
    const [create, handle] = [this.GRPCStreamCreator, this.handleError];
    this.GRPCStreamCreator = (service, name, open, cache) => create(service, name, async (grpc) => guarded(await open(grpc)), cache);
    this.handleError = async (grpc, error) => {
      try {
        await handle(grpc, error);
      } catch {
        // Told to the call that needs the new connection, which fails by the same discovery.
      }
    };
    return true;
  }
}

function guarded<Stream extends object>(stream: Stream): Stream {
  if (!(stream instanceof Duplex)) return stream; // A read, which nothing is written to and nothing has listened to yet.
  neverWaiting(stream);
  const listeners = stream.listeners('data');
  stream.removeAllListeners('data');
  for (const listener of listeners)
    stream.on('data', (answer: unknown) => {
      dropLate(() => Reflect.apply(listener, stream, [answer]));
    });
  return stream;
}

/** Who never waits for `drain` cannot be rejected while waiting. What lies in memory is bounded by the appends in flight. */
function neverWaiting(stream: Duplex): void {
  const write = stream.write.bind(stream);
  stream.write = (message: unknown) => {
    write(message);
    return true;
  };
}

/** The table of pending appends is one for the process, and a broken stream empties it: whose answer comes after that is repeated anyway. */
function dropLate(take: () => unknown): void {
  try {
    take();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
