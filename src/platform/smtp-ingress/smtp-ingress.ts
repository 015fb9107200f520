import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { Config } from '../config/config.js';
import { CannotStart } from '../data-directory/cannot-start.js';
import { faultOf } from '../data-directory/fault.js';
import { Metrics } from '../observability/metrics.js';
import { Readiness } from '../observability/readiness.js';
import { type Certificate, certificateFor } from './certificate.js';
import { ConnectionsPerClient } from './connections-per-client.js';
import { ingressMetrics } from './ingress-metrics.js';
import { MailReception } from './mail-reception.port.js';
import { RecipientDirectory } from './recipient-directory.port.js';
import { tooManyConnections } from './smtp-reply.js';
import { serverOptions } from './server-options.js';
import { SmtpSessionHandlers } from './smtp-session-handlers.js';

/** What is in flight when the service goes down has so long to finish. */
const finishMs = 10_000;
/** The content of one mail, from 354 to the final dot, however it trickles: 35 MB take so long over the slowest of lines. */
const contentMs = 60 * 60_000;

type Done = (fault?: Error | null) => void;

/** The door for mail: an SMTP server that takes mail for known recipients and relays nothing. */
@Injectable()
export class SmtpIngress implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('SmtpIngress');
  private readonly clients: ConnectionsPerClient;
  private readonly handlers: SmtpSessionHandlers;
  /** Sessions whose client waits for an answer to its content. */
  private readonly inFlight = new Set<string>();
  private server: SMTPServer | undefined;
  private stopping = false;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(RecipientDirectory) directory: RecipientDirectory,
    @Inject(MailReception) reception: MailReception,
    @Inject(Metrics) metrics: Metrics,
    @Inject(Readiness) readiness: Readiness,
  ) {
    this.clients = new ConnectionsPerClient(config.smtp.maxConnectionsPerClient);
    const counted = ingressMetrics(metrics, () => this.server?.connections.size ?? 0);
    this.handlers = new SmtpSessionHandlers({ directory, reception, metrics: counted, maxBytes: config.smtp.maxBytes });
    readiness.register({
      part: 'smtp ingress',
      check: async () => (this.listensOn() === undefined ? 'No mail can come in: the SMTP ingress does not listen.' : undefined),
    });
  }

  /** Once every store is ready: from the first connection on mail can be made durable. */
  async onApplicationBootstrap(): Promise<void> {
    const server = new SMTPServer(this.options(await certificateFor(this.config)));
    await this.listen(server);
    // A connection that broke: whatever it was at has been told to its own handler.
    server.on('error', (fault) => {
      this.log.debug({ code: faultOf(fault).code }, 'An SMTP connection failed.');
    });
    this.server = server;
  }

  private async listen(server: SMTPServer): Promise<void> {
    const { host, port } = this.config.smtp;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen(port, host, resolve);
    try {
      await promise;
    } catch (cause) {
      throw new CannotStart(`The SMTP ingress cannot listen on ${host}:${port} (POSTSTELLE_SMTP_PORT): ${faultOf(cause).message}`, {
        cause,
      });
    }
    server.off('error', reject);
  }

  /** The port, also where the system chose it; `undefined` while nothing listens. */
  listensOn(): number | undefined {
    const address = this.server?.server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  /** 421 to everybody who waits for nothing; what is in flight finishes, at most 10 s. */
  async beforeApplicationShutdown(): Promise<void> {
    const server = this.server;
    if (server === undefined) return;
    this.stopping = true;
    await new Promise<void>((resolve) => {
      server.close(resolve);
      this.dismissIdle();
    });
    this.server = undefined;
  }

  private options(certificate: Certificate): SMTPServerOptions {
    return {
      ...serverOptions(this.config.smtp, certificate),
      closeTimeout: finishMs,
      onConnect: (session, done) => {
        done(this.clients.opened(session.remoteAddress, session.id) ? null : tooManyConnections());
      },
      onClose: (session) => {
        this.clients.closed(session.remoteAddress, session.id);
      },
      onRcptTo: (address, session, done) => {
        settle(this.handlers.recipient(address, session), done);
      },
      onData: (stream, session, done) => {
        this.content(stream, session, done);
      },
    };
  }

  private content(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): void {
    this.inFlight.add(session.id);
    const tooSlow = setTimeout(() => {
      this.dismiss(session.id, '4.4.2 The content took too long');
    }, contentMs);
    settle(this.handlers.content(stream, session), (fault) => {
      clearTimeout(tooSlow);
      done(fault);
      this.inFlight.delete(session.id);
      // After the answer has gone out.
      if (this.stopping)
        setImmediate(() => {
          this.dismissIdle();
        });
    });
  }

  private dismissIdle(): void {
    for (const { id } of this.server?.connections ?? []) if (!this.inFlight.has(id)) this.dismiss(id, '4.3.2 The service is going down');
  }

  private dismiss(sessionId: string, reason: string): void {
    for (const connection of this.server?.connections ?? []) if (connection.id === sessionId) connection.send(421, reason);
  }
}

function settle(work: Promise<void>, done: Done): void {
  work.then(
    () => {
      done(null);
    },
    (fault: unknown) => {
      done(fault instanceof Error ? fault : new Error('unknown'));
    },
  );
}
