import { domainToASCII } from 'node:url';
import type { MailTransport, OutgoingMail, Transmission } from '../../../application/ports/mail-transport.port.js';
import { IdleSessions } from './idle-sessions.js';
import { RelaySession, SessionFailed } from './relay-session.js';
import { relayTimes, type RelayTimes } from './relay-times.js';
import type { Relay } from './relay-url.js';

/** The platform's own relay: mail leaves over SMTP. A lost reply leaves the outcome open, so it is not repeatable. */
export class RelayMailTransport implements MailTransport {
  readonly name = 'relay';
  readonly capabilities = { repeatable: false, leaves: true, keeps: { envelope: true, messageId: true, displayName: true } };
  private readonly idle: IdleSessions;

  constructor(
    private readonly relay: Relay,
    private readonly ownName: string,
    private readonly times: RelayTimes = relayTimes,
  ) {
    this.idle = new IdleSessions(times.idle);
  }

  async send(mail: OutgoingMail, beforeContent: () => Promise<void>, signal: AbortSignal): Promise<Transmission> {
    const ready = { ...mail, envelope: { from: mail.envelope.from, to: withAsciiDomain(mail.envelope.to) } };
    const kept = this.idle.take(mail.mailboxId);
    if (kept !== undefined) {
      const transmission = await this.over(kept, ready, beforeContent, signal);
      if (!isStale(transmission)) return transmission;
    }
    try {
      return await this.over(await RelaySession.open(this.relay, this.times, this.ownName, signal), ready, beforeContent, signal);
    } catch (error) {
      if (error instanceof SessionFailed) return error.transmission;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.idle.close();
  }

  private async over(
    session: RelaySession,
    mail: OutgoingMail,
    beforeContent: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<Transmission> {
    const transmission = await session.transmit(mail, beforeContent, signal);
    if (transmission.ok) this.idle.keep(mail.mailboxId, session);
    return transmission;
  }
}

/** A kept connection that the server had given up meanwhile: nothing was said about this mail, so it may be offered over a new one. */
function isStale(transmission: Transmission): boolean {
  if (transmission.ok || transmission.failure.stage !== 'sender') return false;
  const { reply, fault } = transmission.failure;
  return reply === undefined ? fault === 'connection-lost' : reply.code === 421;
}

/** Internationalised domains travel in their ASCII form, which every server takes; the local part stays as it is. */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}
