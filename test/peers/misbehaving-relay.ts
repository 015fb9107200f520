import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { KeyAndCertificate } from './private-authority.js';

/** What the relay does with the next mail. A reply is `<code> <enhanced code> <text>` without the first code. */
export type Behaviour =
  | { readonly does: 'accept' }
  | { readonly does: 'slowly-accept'; readonly ms: number }
  | {
      readonly does: 'refuse';
      readonly at: 'connect' | 'login' | 'sender' | 'recipient' | 'content';
      readonly code: number;
      readonly text: string;
    }
  /** Cuts the connection while content is still coming. */
  | { readonly does: 'reset-in-content' }
  /** Has the whole content, has not taken it, and cuts the connection. */
  | { readonly does: 'reset-after-content' }
  /** Takes the mail and cuts the connection instead of saying so. */
  | { readonly does: 'lose-the-answer' }
  | { readonly does: 'stall'; readonly at: 'recipient' | 'content' | 'after-content' };

export interface Taken {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface RelayOptions {
  readonly login?: { readonly user: string; readonly pass: string };
  /** Offers STARTTLS, with a certificate of its own unless one is given. */
  readonly tls?: boolean | KeyAndCertificate;
  /** TLS from the first octet. */
  readonly secure?: boolean;
  /** The only senders and recipients that it takes mail of and for. */
  readonly only?: readonly string[];
  readonly size?: number;
  /** Does not offer SMTPUTF8, as many servers do not (RFC 6531). */
  readonly asciiOnly?: boolean;
  readonly port?: number;
}

/** A real SMTP server that misbehaves as it is told, mail by mail, and counts what it took. */
export class MisbehavingRelay {
  /** In the order they were taken; the same Message-ID twice is a mail sent twice. */
  readonly taken: Taken[] = [];
  connections = 0;
  private readonly script: Behaviour[] = [];
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  private constructor(
    private readonly options: RelayOptions,
    private readonly tls: KeyAndCertificate | undefined,
  ) {
    this.server = this.makeServer();
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      this.connections += 1;
      if (socket.remotePort !== undefined) this.sockets.set(socket.remotePort, socket);
    });
  }

  static async start(options: RelayOptions = {}): Promise<MisbehavingRelay> {
    const { tls } = options;
    const relay = new MisbehavingRelay(options, tls === true ? await selfSigned() : tls === false ? undefined : tls);
    relay.server.listen(options.port ?? 0, '127.0.0.1');
    await once(relay.server.server, 'listening');
    return relay;
  }

  get port(): number {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The relay does not listen.');
    return address.port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** For the next mails, one each; then it accepts. */
  next(...behaviours: readonly Behaviour[]): this {
    this.script.push(...behaviours);
    return this;
  }

  /** How many of its behaviours no mail has met yet. */
  get stillToDo(): number {
    return this.script.length;
  }

  /** How often a mail with this Message-ID was taken. */
  timesTaken(messageId: string): number {
    return this.taken.filter((mail) => mail.messageId === messageId).length;
  }

  async stop(): Promise<void> {
    // Not those below TLS from the first octet: destroying one in its handshake ends the process (Node 24.21).
    if (this.options.secure !== true) for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private get now(): Behaviour {
    return this.script[0] ?? { does: 'accept' };
  }

  private makeServer(): SMTPServer {
    const { login, size, secure = false, asciiOnly = false } = this.options;
    return new SMTPServer({
      disabledCommands: [...(login === undefined ? ['AUTH'] : []), ...(this.tls === undefined ? ['STARTTLS'] : [])],
      ...this.tls,
      secure,
      authOptional: true,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: true,
      hideSMTPUTF8: asciiOnly,
      closeTimeout: 100,
      ...(size === undefined ? {} : { size }),
      onConnect: (_, done) => {
        done(this.refusalAt('connect'));
      },
      onAuth: ({ username, password }, _, done) => {
        const refusal = this.refusalAt('login');
        if (refusal !== undefined || username !== login?.user || password !== login?.pass) done(refusal ?? new Error('Who are you?'));
        else done(null, { user: username });
      },
      onMailFrom: ({ address }, _, done) => {
        done(this.refusalAt('sender') ?? this.refusalOf(address));
      },
      onRcptTo: (_, __, done) => {
        if (this.now.does === 'stall' && this.now.at === 'recipient') this.script.shift();
        else done(this.refusalAt('recipient'));
      },
      onData: (stream, session, done) => {
        this.receive(stream, session, this.script.shift() ?? { does: 'accept' }).then(
          () => {
            done();
          },
          (error: unknown) => {
            // A stalled relay never answers; a cut connection has nobody left to answer to.
            if (error instanceof Error && 'responseCode' in error) done(error);
          },
        );
      },
    });
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession, behaviour: Behaviour): Promise<void> {
    if (behaviour.does === 'reset-in-content') {
      await once(stream, 'readable');
      return this.cut(session);
    }
    if (behaviour.does === 'stall' && behaviour.at === 'content') throw new Error('stalled');
    const raw = await textOf(stream);
    if (behaviour.does === 'reset-after-content') return this.cut(session);
    if (behaviour.does === 'stall') throw new Error('stalled');
    if (behaviour.does === 'refuse') throw refusal(behaviour.code, behaviour.text);
    if (behaviour.does === 'slowly-accept') await pause(behaviour.ms);
    this.take(raw, session);
    if (behaviour.does === 'lose-the-answer') return this.cut(session);
  }

  private take(raw: string, { envelope }: SMTPServerSession): void {
    this.taken.push({
      messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '',
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      to: envelope.rcptTo.map(({ address }) => address),
      raw,
    });
  }

  private cut({ remotePort }: SMTPServerSession): never {
    this.sockets.get(remotePort)?.resetAndDestroy();
    throw new Error('cut');
  }

  private refusalOf(sender: string): Error | undefined {
    const { only } = this.options;
    return only === undefined || only.includes(sender) ? undefined : refusal(550, '5.7.60 Not your address');
  }

  private refusalAt(at: 'connect' | 'login' | 'sender' | 'recipient'): Error | undefined {
    const { now } = this;
    if (now.does !== 'refuse' || now.at !== at) return undefined;
    this.script.shift();
    return refusal(now.code, now.text);
  }
}

async function selfSigned(): Promise<KeyAndCertificate> {
  const made = await generate([{ name: 'commonName', value: 'relay.example' }]);
  return { key: made.private, cert: made.cert };
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: unknown[] = await stream.toArray();
  return Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array)).toString('latin1');
}
