import { performance } from 'node:perf_hooks';
import { Logger } from '@nestjs/common';
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { errorForLog } from '../observability/error-for-log.js';
import type { IngressMetrics } from './ingress-metrics.js';
import { ContentTooLarge, limitedContent } from './limited-content.js';
import type { Envelope, MailReception } from './mail-reception.port.js';
import type { KnownRecipient, RecipientDirectory } from './recipient-directory.port.js';
import { RecipientsFound } from './recipients-found.js';
import { comeBackLater, SmtpReply, tooLarge, unknownRecipient } from './smtp-reply.js';

export interface HandlerNeeds {
  readonly directory: RecipientDirectory;
  readonly reception: MailReception;
  readonly metrics: IngressMetrics;
  readonly maxBytes: number;
}

/** What is answered to RCPT and DATA. Every refusal is an {@link SmtpReply}; every fault of ours is 451, and the client keeps the mail. */
export class SmtpSessionHandlers {
  private readonly log = new Logger('SmtpIngress');
  private readonly found = new RecipientsFound();

  constructor(private readonly needs: HandlerNeeds) {}

  async recipient({ address }: SMTPServerAddress, session: SMTPServerSession): Promise<void> {
    const known = await this.look(address, session);
    if (known === 'unknown') throw unknownRecipient();
    const declared = declaredSize(session);
    if (declared > this.needs.maxBytes) {
      const { sender, client } = this.found.envelopeOf(session);
      await this.refuseTooLarge({ sender, client, recipients: [{ address, companyId: known.companyId }] }, declared);
    }
    this.found.add(session, address, known.companyId);
  }

  async content(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const began = performance.now();
    const outcome = await this.take(stream, session).then(
      () => 'accepted' as const,
      (reply: unknown) => reply,
    );
    // What nobody reads any more must still pass, or the client is never answered.
    if (!stream.readableEnded && !stream.destroyed) stream.resume();
    const label =
      outcome === 'accepted' ? outcome : outcome instanceof SmtpReply && outcome.responseCode === 552 ? 'too-large' : 'deferred';
    this.needs.metrics.mails.add({ outcome: label });
    this.needs.metrics.durations.observe({ outcome: label }, (performance.now() - began) / 1000);
    if (outcome !== 'accepted') throw outcome instanceof SmtpReply ? outcome : comeBackLater();
  }

  private async look(address: string, session: SMTPServerSession): Promise<KnownRecipient | 'unknown'> {
    try {
      const known = await this.needs.directory.find(address);
      this.needs.metrics.recipients.add({ answer: known === 'unknown' ? 'unknown' : 'known' });
      return known;
    } catch (fault) {
      this.needs.metrics.recipients.add({ answer: 'unreadable' });
      this.log.error(
        { ...errorForLog(fault), session: session.id },
        'A recipient could not be looked up; the client was told to come back.',
      );
      throw comeBackLater();
    }
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    // Now: the session's envelope is reset when the client goes away.
    const envelope = this.found.envelopeOf(session);
    try {
      await this.needs.reception.accept(envelope, limitedContent(stream, this.needs.maxBytes));
      this.log.log({ session: session.id, octets: stream.byteLength }, 'Mail accepted.');
    } catch (fault) {
      if (fault instanceof ContentTooLarge) await this.refuseTooLarge(envelope, stream.byteLength);
      this.log.warn({ ...errorForLog(fault), session: session.id }, 'A mail was not taken; the client keeps it.');
      throw comeBackLater();
    }
  }

  /** Always throws: 552, or 451 where nobody would ever see that mail was refused. */
  private async refuseTooLarge(envelope: Envelope, size: number): Promise<never> {
    try {
      await this.needs.reception.refuseTooLarge(envelope, size);
    } catch (fault) {
      this.log.error(errorForLog(fault), 'A refusal could not be recorded; the client was told to come back.');
      throw comeBackLater();
    }
    throw tooLarge(this.needs.maxBytes);
  }
}

/** RFC 1870; 0 where the client declared none. */
function declaredSize({ envelope: { mailFrom } }: SMTPServerSession): number {
  const size = mailFrom !== false && mailFrom.args !== false ? mailFrom.args['SIZE'] : undefined;
  return typeof size === 'string' ? Number(size) : 0;
}
