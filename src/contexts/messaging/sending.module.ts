import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { layoutOf } from '#platform/data-directory/data-directory-layout.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { Refusals } from '#platform/http/refusals.js';
import { Projections } from '#platform/projections/projection.js';
import { AfterRestore } from '#platform/restore/after-restore.js';
import { OperatorAuthorities, SmtpClientModule } from '#platform/smtp-client/smtp-client.module.js';
import { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { ToDos } from '#platform/to-dos/to-do.js';
import { CandidatesModule } from '../candidates/public/index.js';
import { MailboxModule, SmtpConnections } from '../mailbox/public/index.js';
import { OrganisationModule } from '../organisation/public/index.js';
import { dkimKeyOf } from './adapters/composing/dkim-key.js';
import { NodemailerMailComposer } from './adapters/composing/nodemailer-mail-composer.js';
import { automaticAnswerCodecs } from './adapters/events/automatic-answer.codecs.js';
import { outboundMessageCodecs } from './adapters/events/outbound-message.codecs.js';
import { OwnTestsController } from './adapters/http/own-tests.controller.js';
import { SendingController } from './adapters/http/sending.controller.js';
import { sendingRefusals } from './adapters/http/sending.refusals.js';
import { SentMessagesController } from './adapters/http/sent-messages.controller.js';
import { serviceTransport } from './adapters/transports/service-transport.js';
import { SmtpMailTransport } from './adapters/transports/smtp/smtp-mail-transport.js';
import { TransportsByChannel } from './adapters/transports/transports-by-channel.js';
import { CancelMessageHandler } from './application/commands/cancel-message.handler.js';
import { ClearBounceMarkHandler } from './application/commands/clear-bounce-mark.handler.js';
import { ConfirmDeliveredHandler } from './application/commands/confirm-delivered.handler.js';
import { ResendMessageHandler } from './application/commands/resend-message.handler.js';
import { SettleDoubtedMessagesHandler } from './application/commands/settle-doubted-messages.handler.js';
import { SendTestMailHandler } from './application/commands/send-test-mail.handler.js';
import { TestRedirectHandler } from './application/commands/test-redirect.handler.js';
import { SendAgainHandler } from './application/commands/send-again.handler.js';
import { SendMessageHandler } from './application/commands/send-message.handler.js';
import { ConnectionReports } from './application/delivery/connection-reports.js';
import { Deliverer } from './application/delivery/deliverer.js';
import { DeliveryRecords } from './application/delivery/delivery-records.js';
import { HeldMail } from './application/delivery/held-mail.js';
import { OutgoingMails } from './application/delivery/outgoing-mails.js';
import { ReportRecorder } from './application/delivery/report-recorder.js';
import { ReturnedTests } from './application/own-tests/returned-tests.js';
import { TestMails } from './application/own-tests/test-mails.js';
import { AutomaticAnswerStreams } from './application/ports/automatic-answers.port.js';
import { MailComposer } from './application/ports/mail-composer.port.js';
import { MailTransports } from './application/ports/mail-transports.port.js';
import { OutboundMessages } from './application/ports/outbound-messages.port.js';
import { SentRows } from './application/ports/sent-rows.port.js';
import { sentMessages } from './application/projections/sent-messages.projection.js';
import { sentTokens } from './application/projections/sent-tokens.projection.js';
import { AddressMarks } from './application/queries/address-marks.js';
import { DownloadSentMailHandler } from './application/queries/download-sent-mail.handler.js';
import { ListSentMessagesHandler } from './application/queries/list-sent-messages.handler.js';
import { ReadSentMessageHandler } from './application/queries/read-sent-message.handler.js';
import { SentMail } from './application/queries/sent-mail.js';
import { SentMailLookUp } from './application/queries/sent-mail-look-up.js';
import { UnendedMessages } from './application/restore/unended-messages.js';
import { AnsweredMails } from './application/sending/answered-mail.js';
import { AutomaticAnswerLimit } from './application/sending/automatic-answer-limit.js';
import { ConversationTokens } from './application/sending/conversation-tokens.js';
import { MessagePreparation } from './application/sending/message-preparation.js';
import { MessageQueue } from './application/sending/message-queue.js';
import { QueuedAnswers } from './application/sending/queued-answers.js';
import { SendingWarnings } from './application/sending/sending-warnings.js';
import { SentContents } from './application/sending/sent-contents.js';
import { Writers } from './application/sending/writers.js';
import { heldMailToRelease } from './application/to-dos/held-mail-to-release.to-do.js';
import { messagesToDeliver } from './application/to-dos/messages-to-deliver.to-do.js';
import { testsToTellOf } from './application/to-dos/tests-to-tell-of.to-do.js';
import { reportsToRecord } from './application/to-dos/reports-to-record.to-do.js';
import { automaticAnswers } from './domain/automatic-answer/automatic-answers.js';
import { outboundMessage } from './domain/outbound-message/outbound-message.js';
import { ReceptionModule } from './reception.module.js';

const streams = [
  {
    provide: OutboundMessages,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): OutboundMessages => factory.of(outboundMessage, outboundMessageCodecs),
  },
  {
    provide: AutomaticAnswerStreams,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): AutomaticAnswerStreams => factory.of(automaticAnswers, automaticAnswerCodecs),
  },
];

const readModels = [
  {
    provide: SentMail,
    inject: [Projections, DataKeys],
    useFactory: (all: Projections, keys: DataKeys): SentMail => new SentMailLookUp(all.register(sentTokens(keys)), keys),
  },
  {
    provide: SentRows,
    inject: [Projections, DataKeys],
    useFactory: (all: Projections, keys: DataKeys): SentRows => all.register(sentMessages(keys)),
  },
  { provide: AddressMarks, inject: [SentRows, DataKeys], useFactory: (rows: SentRows, keys: DataKeys) => new AddressMarks(rows, keys) },
];

const wayOut = [
  { provide: MailComposer, inject: [Config], useFactory: (config: Config) => new NodemailerMailComposer(dkimKeyOf(config)) },
  {
    provide: MailTransports,
    inject: [Config, SmtpConnections, TenantHosts, OperatorAuthorities],
    useFactory: (
      { serviceRelay, dataDirectory, smtp }: Config,
      connections: SmtpConnections,
      hosts: TenantHosts,
      authorities: readonly string[],
    ): MailTransports =>
      new TransportsByChannel({
        service: serviceTransport(serviceRelay, layoutOf(dataDirectory).outbox, smtp.name),
        smtp: new SmtpMailTransport(connections, hosts, authorities, smtp.name),
      }),
  },
];

const sending = [
  SentContents,
  ConversationTokens,
  AnsweredMails,
  AutomaticAnswerLimit,
  Writers,
  SendingWarnings,
  MessagePreparation,
  MessageQueue,
  QueuedAnswers,
];
const delivery = [
  OutgoingMails,
  DeliveryRecords,
  ConnectionReports,
  HeldMail,
  TestMails,
  ReturnedTests,
  Deliverer,
  ReportRecorder,
  UnendedMessages,
];
const commands = [
  SendMessageHandler,
  ResendMessageHandler,
  ConfirmDeliveredHandler,
  SendAgainHandler,
  SettleDoubtedMessagesHandler,
  CancelMessageHandler,
  ClearBounceMarkHandler,
  SendTestMailHandler,
  TestRedirectHandler,
];
const queries = [ReadSentMessageHandler, ListSentMessagesHandler, DownloadSentMailHandler];

/** Mail out: written to candidates, handed over, and what becomes of it. */
@Module({
  imports: [ReceptionModule, CandidatesModule, OrganisationModule, MailboxModule, SmtpClientModule],
  controllers: [SendingController, SentMessagesController, OwnTestsController],
  providers: [...streams, ...readModels, ...wayOut, ...sending, ...delivery, ...commands, ...queries],
  exports: [SentMail, OutboundMessages],
})
export class SendingModule implements OnApplicationShutdown {
  constructor(
    @Inject(ToDos) toDos: ToDos,
    @Inject(Refusals) refusals: Refusals,
    @Inject(MailTransports) private readonly transports: MailTransports,
    deliverer: Deliverer,
    held: HeldMail,
    reports: ReportRecorder,
    returned: ReturnedTests,
    @Inject(AfterRestore) afterRestore: AfterRestore,
    unended: UnendedMessages,
  ) {
    afterRestore.register('sent-messages-doubted', (upTo) => unended.doubt(upTo));
    toDos.register(messagesToDeliver((task) => deliverer.deliver(task)));
    toDos.register(heldMailToRelease((task) => held.release(task)));
    toDos.register(testsToTellOf((companyId, messageId) => returned.tell(companyId, messageId)));
    toDos.register(reportsToRecord((companyId, messageId) => reports.record(companyId, messageId)));
    refusals.register(sendingRefusals);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.transports.close();
  }
}
