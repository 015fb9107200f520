import { once } from 'node:events';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { KeyAndCertificate } from './private-authority.js';

/** An SMTP server with TLS from the first octet that takes whatever it is told, and notes it connection by connection. */
export class NotingServer {
  /** What each connection said, line by line without the content of mail, in the order in which they were opened. */
  readonly heard: string[][] = [];
  private readonly sockets = new Set<TLSSocket>();

  private constructor(
    private readonly server: Server,
    private readonly extensions: readonly string[],
  ) {
    server.on('secureConnection', (socket) => {
      this.converse(socket);
    });
  }

  /** `extensions`: what it offers at EHLO besides a login. */
  static async start(tls: KeyAndCertificate, ...extensions: readonly string[]): Promise<NotingServer> {
    const noting = new NotingServer(createServer(tls), extensions);
    noting.server.listen(0, '127.0.0.1');
    await once(noting.server, 'listening');
    return noting;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('It does not listen.');
    return address.port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private converse(socket: TLSSocket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    const lines: string[] = [];
    this.heard.push(lines);
    const ear = new Ear();
    socket.on('data', (chunk: Buffer) => {
      for (const line of ear.linesIn(chunk.toString('latin1'))) {
        if (line !== undefined) lines.push(Buffer.from(line, 'latin1').toString('utf8'));
        socket.write(this.replyTo(line));
        if (line === 'QUIT') socket.end();
      }
    });
    socket.write('220 noting.example ESMTP\r\n');
  }

  private replyTo(line: string | undefined): string {
    if (line === undefined) return '250 2.0.0 Taken\r\n';
    if (line.startsWith('EHLO'))
      return ['250-noting.example', ...this.extensions.map((extension) => `250-${extension}`), '250 AUTH PLAIN\r\n'].join('\r\n');
    if (line.startsWith('AUTH')) return '235 2.7.0 Come in\r\n';
    if (line === 'DATA') return '354 Go on\r\n';
    return line === 'QUIT' ? '221 2.0.0 Bye\r\n' : '250 2.0.0 Yes\r\n';
  }
}

/** Puts lines together, and leaves the content of mail out: its end is `undefined`. */
class Ear {
  private rest = '';
  private inContent = false;

  *linesIn(text: string): Generator<string | undefined> {
    const lines = (this.rest + text).split('\r\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!this.inContent) {
        this.inContent = line === 'DATA';
        yield line;
      } else if (line === '.') {
        this.inContent = false;
        yield undefined;
      }
    }
  }
}
