import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { connectionTo } from './connection-to.js';
import { ContentStream } from './content-stream.js';
import type { SmtpTimes } from './smtp-times.js';
import type { SmtpServer } from './smtp-server.js';
import type { SmtpMail, SmtpStage, SmtpTransmission } from './smtp-transmission.js';
import { smtpCommand } from './smtp-command.js';
import { asSmtpError, failureOf, replyIn, type SmtpError } from './smtp-failure.js';
import { needsSmtpUtf8, offersSmtpUtf8, travelling } from './smtp-utf8.js';
import { StageClock } from './stage-clock.js';

type FailedTransmission = Extract<SmtpTransmission, { ok: false }>;

/** The conversation did not get as far as mail. */
export class SessionFailed extends Error {
  override readonly name = 'SessionFailed';
  constructor(readonly transmission: FailedTransmission) {
    super('The server could not be reached or did not let us in.');
  }
}

/** One connection to a server, logged in where that is wanted, for one mail after the other. After a failure it is closed, so that nothing of it is left open at the server. */
export class SmtpSession {
  private ended = false;
  /** Where an error goes that belongs to no call: the server closed an idle connection. */
  private failed: (error: SmtpError) => void = () => undefined;

  private constructor(
    private readonly connection: SMTPConnection,
    private readonly times: SmtpTimes,
    private readonly allWords: boolean,
  ) {
    connection.on('error', (error: SmtpError) => {
      this.failed(error);
    });
    connection.on('end', () => {
      this.ended = true;
      // The library ends the connection first and tells why afterwards; only where it tells nothing this is the reason.
      setImmediate(() => {
        this.failed(new Error('The connection ended.'));
      });
    });
  }

  get usable(): boolean {
    return !this.ended;
  }

  /** Throws {@link SessionFailed}. */
  static async open(server: SmtpServer, times: SmtpTimes, name: string, signal: AbortSignal): Promise<SmtpSession> {
    const session = new SmtpSession(connectionTo(server, times, name), times, server.ofOperator);
    await session.step('connect', times.connect, signal, (done) => {
      session.connection.connect(done);
    });
    const { login } = server;
    if (login !== undefined) {
      await session.step('login', times.login, signal, (done) => {
        session.connection.login({ credentials: login }, done);
      });
    }
    return session;
  }

  /** RFC 6531, 3.2: what the server cannot be told is not sent, and leaves the session as it was. */
  async transmit({ bytes, envelope }: SmtpMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<SmtpTransmission> {
    const mail = { bytes, envelope: travelling(envelope) };
    const { from, to } = mail.envelope;
    const untellable = this.untellable('sender', from) ?? this.untellable('recipient', to);
    if (untellable !== undefined) return untellable;
    const clock = new StageClock(this.times, signal);
    let stage: SmtpStage = 'sender';
    const content = new ContentStream(bytes, beforeContent, (place) => {
      stage = place;
      clock.enter(place);
    });
    try {
      const words = await this.send(mail, content, clock);
      return { ok: true, words };
    } catch (error) {
      this.close();
      // Whoever asked must not hear of a failure while the beginning of the attempt is still being written down.
      await content.begunOrNever();
      return this.failureAt(asSmtpError(error), stage, content.readToItsEnd, clock.over);
    } finally {
      clock.stop();
    }
  }

  /** R71: offers the address as sender and as recipient, and takes both back: nothing is sent. `undefined` where the server takes them. */
  async offer(typed: string, signal: AbortSignal): Promise<FailedTransmission | undefined> {
    const { from: address } = travelling({ from: typed, to: typed });
    const untellable = this.untellable('sender', address);
    if (untellable !== undefined) return untellable;
    const clock = new StageClock(this.times, signal);
    try {
      return await new Promise((resolve, reject) => {
        this.failed = reject;
        clock.enter('sender');
        clock.onOver(reject);
        this.offered(address).then(resolve, reject);
      });
    } catch (error) {
      this.close();
      return this.failureAt(asSmtpError(error), 'sender', false, clock.over);
    } finally {
      clock.stop();
    }
  }

  private async offered(address: string): Promise<FailedTransmission | undefined> {
    const steps = [
      ['sender', `MAIL FROM:<${address}>${needsSmtpUtf8(address) ? ' SMTPUTF8' : ''}`],
      ['recipient', `RCPT TO:<${address}>`],
    ] as const;
    for (const [stage, command] of steps) {
      const words = await smtpCommand(this.connection, command);
      if (!words.startsWith('2')) return { ok: false, failure: { stage, reply: replyIn(words), contentLeft: false }, words };
    }
    await smtpCommand(this.connection, 'RSET');
    return undefined;
  }

  /** Says goodbye where that is still possible. */
  leave(): void {
    if (this.usable) this.connection.quit();
    setTimeout(() => {
      this.close();
    }, 2_000).unref();
  }

  close(): void {
    this.ended = true;
    this.connection.close();
  }

  private untellable(stage: 'sender' | 'recipient', address: string): FailedTransmission | undefined {
    if (!needsSmtpUtf8(address) || offersSmtpUtf8(this.connection)) return undefined;
    return { ok: false, failure: { stage, fault: 'smtputf8-not-offered', contentLeft: false } };
  }

  private failureAt(
    error: SmtpError,
    stage: SmtpStage,
    contentLeft: boolean,
    cut: 'timeout' | 'interrupted' | undefined,
  ): FailedTransmission {
    if (cut !== undefined) return { ok: false, failure: { stage, fault: cut, contentLeft } };
    const { response } = error;
    const told = response !== undefined && (this.allWords || isGreeted(error));
    return { ok: false, failure: failureOf(error, stage, contentLeft), ...(told ? { words: response } : {}) };
  }

  private send({ envelope, bytes }: SmtpMail, content: ContentStream, clock: StageClock): Promise<string> {
    return new Promise((resolve, reject) => {
      this.failed = reject;
      clock.enter('sender');
      clock.onOver(reject);
      this.connection.send({ ...envelope, size: bytes.byteLength, use8BitMime: true }, content, (error, info) => {
        if (error === null) resolve(info.response);
        else reject(error);
      });
    });
  }

  private async step(
    stage: 'connect' | 'login',
    within: number,
    signal: AbortSignal,
    begin: (done: (error?: Error | null) => void) => void,
  ): Promise<void> {
    const over = AbortSignal.any([signal, AbortSignal.timeout(within)]);
    try {
      await new Promise<void>((resolve, reject) => {
        this.failed = reject;
        over.addEventListener('abort', () => {
          reject(new Error('The stage took too long.'));
        });
        if (over.aborted) reject(new Error('The service is stopping.'));
        else
          begin((error) => {
            if (error) reject(error);
            else resolve();
          });
      });
    } catch (error) {
      this.close();
      const cut = over.aborted ? (signal.aborted ? 'interrupted' : 'timeout') : undefined;
      throw new SessionFailed(this.failureAt(asSmtpError(error), stage, false, cut));
    }
  }
}

function isGreeted({ command }: SmtpError): boolean {
  return command !== 'CONN';
}
