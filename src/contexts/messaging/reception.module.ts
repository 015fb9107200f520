import { Inject, Module } from '@nestjs/common';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { MailReception } from '#platform/smtp-ingress/mail-reception.port.js';
import { RecipientDirectory } from '#platform/smtp-ingress/recipient-directory.port.js';
import { SmtpIngress } from '#platform/smtp-ingress/smtp-ingress.js';
import { ToDos } from '#platform/to-dos/to-do.js';
import { OrganisationModule } from '../organisation/public/index.js';
import { inboundMessageCodecs } from './adapters/events/inbound-message.codecs.js';
import { refusedMailCodecs } from './adapters/events/refused-mail.codecs.js';
import { ThreadedMailParser } from './adapters/parsing/threaded-mail-parser.js';
import { ClassifyMessages } from './application/classification/classify-messages.js';
import { OwnMessages } from './application/classification/own-messages.js';
import { TestMarks } from './application/own-tests/test-marks.js';
import { AttachmentReader } from './application/parsing/attachment-reader.port.js';
import { MailParser } from './application/parsing/mail-parser.port.js';
import { ParsedMailsInBlobs } from './application/parsing/parsed-mails-in-blobs.js';
import { ParsedMails } from './application/parsing/parsed-mails.port.js';
import { InboundMessages } from './application/ports/inbound-messages.port.js';
import { RefusedMails } from './application/ports/refused-mails.port.js';
import { KnownRecipients } from './application/reception/known-recipients.js';
import { ReceiveMail } from './application/reception/receive-mail.js';
import { Reception } from './application/reception/reception.js';
import { RecordMail } from './application/reception/record-mail.js';
import { RefuseTooLarge } from './application/reception/refuse-too-large.js';
import { messagesToClassify } from './application/to-dos/messages-to-classify.to-do.js';
import { inboundMessage } from './domain/inbound-message/inbound-message.js';
import { refusedMail } from './domain/refused-mail/refused-mail.js';

const streams = [
  {
    provide: InboundMessages,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): InboundMessages => factory.of(inboundMessage, inboundMessageCodecs),
  },
  {
    provide: RefusedMails,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): RefusedMails => factory.of(refusedMail, refusedMailCodecs),
  },
];

const parsing = [
  ThreadedMailParser,
  { provide: MailParser, useExisting: ThreadedMailParser },
  { provide: AttachmentReader, useExisting: ThreadedMailParser },
  { provide: ParsedMails, useClass: ParsedMailsInBlobs },
];

const door = [
  ReceiveMail,
  RecordMail,
  RefuseTooLarge,
  { provide: MailReception, useClass: Reception },
  { provide: RecipientDirectory, useClass: KnownRecipients },
  SmtpIngress,
];

/** Mail in: accepted, parsed, classified. Whose it is comes after (routing.module.ts). */
@Module({
  imports: [OrganisationModule],
  providers: [...streams, ...parsing, ...door, OwnMessages, TestMarks, ClassifyMessages],
  exports: [TestMarks, InboundMessages, RefusedMails, ParsedMails, AttachmentReader, SmtpIngress],
})
export class ReceptionModule {
  constructor(@Inject(ToDos) toDos: ToDos, classifying: ClassifyMessages) {
    toDos.register(messagesToClassify((task) => classifying.work(task)));
  }
}
