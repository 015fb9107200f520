import { IdleSessions } from './idle-sessions.js';
import type { SmtpServer } from './smtp-server.js';
import { SessionFailed, SmtpSession } from './smtp-session.js';
import { smtpTimes, type SmtpTimes } from './smtp-times.js';
import type { SmtpMail, SmtpTransmission } from './smtp-transmission.js';

/** Hands mail over to servers, on connections that are kept for the next mail of the same owner. A lost reply leaves the outcome open. */
export class SmtpSender {
  private readonly idle: IdleSessions;

  constructor(
    private readonly ownName: string,
    private readonly times: SmtpTimes = smtpTimes,
  ) {
    this.idle = new IdleSessions(times.idle);
  }

  /** Bounded, and never throws but what `beforeContent` threw; that is awaited before the first octet of the content leaves. */
  async send(
    owner: string,
    server: SmtpServer,
    mail: SmtpMail,
    beforeContent: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<SmtpTransmission> {
    const kept = this.idle.take(owner);
    if (kept !== undefined) {
      const transmission = await this.over(kept, owner, mail, beforeContent, signal);
      if (!isStale(transmission)) return transmission;
    }
    try {
      const session = await SmtpSession.open(server, this.times, this.ownName, signal);
      return await this.over(session, owner, mail, beforeContent, signal);
    } catch (error) {
      if (error instanceof SessionFailed) return error.transmission;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.idle.close();
  }

  private async over(
    session: SmtpSession,
    owner: string,
    mail: SmtpMail,
    beforeContent: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<SmtpTransmission> {
    const transmission = await session.transmit(mail, beforeContent, signal);
    if (transmission.ok || session.usable) this.idle.keep(owner, session);
    return transmission;
  }
}

/** A kept connection that the server had given up meanwhile: nothing was said about this mail, so it may be offered over a new one. */
function isStale(transmission: SmtpTransmission): boolean {
  if (transmission.ok || transmission.failure.stage !== 'sender') return false;
  const { reply, fault } = transmission.failure;
  return reply === undefined ? fault === 'connection-lost' : reply.code === 421;
}
