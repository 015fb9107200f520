import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { decode, encode } from 'dns-packet';

/** A DNS server that knows the mail exchangers of a few domains (RFC 1035), and counts what it is asked. */
export class DnsServer implements AsyncDisposable {
  readonly asked: string[] = [];
  /** Says nothing any more, like a server that is down. */
  silent = false;

  private constructor(
    private readonly socket: Socket,
    private readonly exchangers: Readonly<Record<string, readonly string[]>>,
  ) {}

  static async start(exchangers: Readonly<Record<string, readonly string[]>>): Promise<DnsServer> {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const server = new DnsServer(socket, exchangers);
    socket.on('message', (bytes, { port, address }) => {
      const answer = server.answerTo(bytes);
      if (answer !== undefined) socket.send(answer, port, address);
    });
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  private answerTo(bytes: Buffer): Buffer | undefined {
    const { id, questions } = decode(bytes);
    const name = questions?.[0]?.name.toLowerCase() ?? '';
    this.asked.push(name);
    if (this.silent) return undefined;
    const known = this.exchangers[name];
    const answers = (known ?? []).map((exchange) => ({ type: 'MX' as const, name, ttl: 60, data: { preference: 10, exchange } }));
    // 0x8180: a response, recursion desired and available; 3 is NXDOMAIN.
    return encode({ type: 'response', id, flags: 0x0180 | (known === undefined ? 3 : 0), questions, answers });
  }
}
