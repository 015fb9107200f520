import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { OutgoingMail, Transmission } from '../../../application/ports/mail-transport.port.js';
import type { DeliveryStage } from '../../../domain/outbound-message/events.js';
import { ContentStream } from './content-stream.js';
import type { RelayTimes } from './relay-times.js';
import type { Relay } from './relay-url.js';
import { asSmtpError, failureOf, type SmtpError } from './smtp-failure.js';
import { StageClock } from './stage-clock.js';

/** The conversation did not get as far as mail. */
export class SessionFailed extends Error {
  override readonly name = 'SessionFailed';
  constructor(readonly transmission: Extract<Transmission, { ok: false }>) {
    super('The relay could not be reached or did not let us in.');
  }
}

/** One connection to the relay, logged in, for one mail after the other. After a failure it is closed, so that nothing of it is left open at the server. */
export class RelaySession {
  private ended = false;
  /** Where an error goes that belongs to no call: the server closed an idle connection. */
  private failed: (error: SmtpError) => void = () => undefined;

  private constructor(
    private readonly connection: SMTPConnection,
    private readonly times: RelayTimes,
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
  static async open(relay: Relay, times: RelayTimes, name: string, signal: AbortSignal): Promise<RelaySession> {
    const session = new RelaySession(connectionTo(relay, times, name), times);
    await session.step('connect', times.connect, signal, (done) => {
      session.connection.connect(done);
    });
    const { login } = relay;
    if (login !== undefined) {
      await session.step('login', times.login, signal, (done) => {
        session.connection.login({ credentials: login }, done);
      });
    }
    return session;
  }

  async transmit(mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission> {
    const clock = new StageClock(this.times, signal);
    let stage: DeliveryStage = 'sender';
    const content = new ContentStream(mail.bytes, beforeContent, (place) => {
      stage = place;
      clock.enter(place);
    });
    try {
      const words = await this.send(mail, content, clock);
      return { ok: true, end: 'accepted', words };
    } catch (error) {
      this.close();
      // Whoever asked must not hear of a failure while the beginning of the attempt is still being written down.
      await content.begunOrNever();
      return failureAt(asSmtpError(error), stage, content.readToItsEnd, clock.over);
    } finally {
      clock.stop();
    }
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

  private send({ envelope, bytes }: OutgoingMail, content: ContentStream, clock: StageClock): Promise<string> {
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
      throw new SessionFailed(failureAt(asSmtpError(error), stage, false, cut));
    }
  }
}

function failureAt(
  error: SmtpError,
  stage: DeliveryStage,
  contentLeft: boolean,
  cut: 'timeout' | 'interrupted' | undefined,
): Extract<Transmission, { ok: false }> {
  if (cut !== undefined) return { ok: false, failure: { stage, fault: cut, contentLeft } };
  const { response } = error;
  return { ok: false, failure: failureOf(error, stage, contentLeft), ...(response === undefined ? {} : { words: response }) };
}

function connectionTo(relay: Relay, times: RelayTimes, name: string): SMTPConnection {
  return new SMTPConnection({
    host: relay.host,
    port: relay.port,
    secure: relay.secure,
    requireTLS: !relay.secure && relay.verified,
    tls: { rejectUnauthorized: relay.verified },
    name,
    connectionTimeout: times.connect,
    greetingTimeout: times.connect,
    dnsTimeout: times.connect,
    // The stages have clocks of their own; this one only keeps a forgotten socket from living for ever.
    socketTimeout: times.content + times.answer,
    socketCloseTimeout: 1_000,
    maxResponseSize: 64 * 1024,
    logger: false,
  });
}
