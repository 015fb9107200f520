import { Injectable } from '@nestjs/common';
import type { Envelope, MailReception } from '#platform/smtp-ingress/mail-reception.port.js';
import { ReceiveMail } from './receive-mail.js';
import { RefuseTooLarge } from './refuse-too-large.js';

/** What messaging does with what comes to the door. */
@Injectable()
export class Reception implements MailReception {
  constructor(
    private readonly receiving: ReceiveMail,
    private readonly refusing: RefuseTooLarge,
  ) {}

  accept(envelope: Envelope, content: AsyncIterable<Uint8Array>): Promise<void> {
    return this.receiving.receive(envelope, content);
  }

  refuseTooLarge(envelope: Envelope, size: number): Promise<void> {
    return this.refusing.refuse(envelope, size);
  }
}
