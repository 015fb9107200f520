import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

interface Line {
  readonly client: Socket;
  /** Absent where the connection was accepted and leads nowhere. */
  readonly server: Socket | undefined;
}

type Way = 'to-server' | 'to-client';

/** A TCP line between a client and its server that the test can cut, freeze, slow down or take one way out of. */
export class TcpProxy implements AsyncDisposable {
  private readonly lines = new Set<Line>();
  private delayMs = 0;
  private swallowed: Way | undefined;
  private leadsNowhere = false;
  private cutting: { readonly way: Way; left: number } | undefined;

  private constructor(
    private readonly listener: Server,
    readonly port: number,
    private readonly serverPort: number,
  ) {
    listener.on('connection', (client: Socket) => {
      this.join(client);
    });
  }

  static async before(serverPort: number): Promise<TcpProxy> {
    const listener = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
    return new TcpProxy(listener, address.port, serverPort);
  }

  /** Connections that are open now. */
  get size(): number {
    return this.lines.size;
  }

  /** Resets every connection; new ones are taken. */
  cut(): void {
    for (const { client, server } of this.lines) {
      client.resetAndDestroy();
      server?.resetAndDestroy();
    }
  }

  /** Nothing moves on the connections there are, and nobody is told; new ones are as they should be. */
  freeze(): void {
    for (const { client, server } of this.lines) {
      client.pause().removeAllListeners('data');
      server?.pause().removeAllListeners('data');
    }
  }

  /** Every piece arrives so much later. */
  delay(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  /** Half open: what goes this way is lost from now on, until told otherwise. */
  swallow(way: Way | undefined): void {
    this.swallowed = way;
  }

  /** Resets everything in the middle of a message, when so many octets more have gone this way. */
  cutAfter(octets: number, way: Way): void {
    this.cutting = { way, left: octets };
  }

  /** New connections are accepted and never answered. */
  leadNowhere(nowhere: boolean): void {
    this.leadsNowhere = nowhere;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.listener, 'close');
    this.listener.close();
    this.cut();
    await closed;
  }

  private join(client: Socket): void {
    const server = this.leadsNowhere ? undefined : connect({ port: this.serverPort, host: '127.0.0.1', allowHalfOpen: true });
    const line = { client, server };
    this.lines.add(line);
    for (const end of [client, server])
      end
        ?.on('error', () => {
          // Broken on purpose, or by the server that was ended; `close` follows.
        })
        .on('close', () => {
          this.leave(line);
        });
    if (server === undefined) return;
    this.pass(client, server, 'to-server');
    this.pass(server, client, 'to-client');
  }

  private leave(line: Line): void {
    this.lines.delete(line);
    line.client.destroy();
    line.server?.destroy();
  }

  private pass(from: Socket, to: Socket, way: Way): void {
    // One after the other, also where the delay was taken back while pieces waited.
    let waiting = 0;
    let latest = 0;
    from.on('data', (piece: Buffer) => {
      if (this.swallowed === way) return;
      if (this.delayMs === 0 && waiting === 0) {
        this.send(piece, from, to, way);
        return;
      }
      waiting += 1;
      latest = Math.max(latest, performance.now() + this.delayMs);
      setTimeout(
        () => {
          waiting -= 1;
          this.send(piece, from, to, way);
        },
        Math.max(0, latest - performance.now()),
      );
    });
    from.on('end', () => {
      to.end();
    });
  }

  private send(piece: Buffer, from: Socket, to: Socket, way: Way): void {
    if (to.destroyed) return;
    const { cutting } = this;
    if (cutting?.way === way) {
      cutting.left -= piece.length;
      if (cutting.left <= 0) {
        this.cutting = undefined;
        to.write(piece.subarray(0, Math.max(0, piece.length + cutting.left)));
        this.cut();
        return;
      }
    }
    if (to.write(piece)) return;
    from.pause();
    to.once('drain', () => from.resume());
  }
}
