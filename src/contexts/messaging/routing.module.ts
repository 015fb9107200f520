import { Inject, Module } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { Refusals } from '#platform/http/refusals.js';
import { Projections } from '#platform/projections/projection.js';
import { ToDos } from '#platform/to-dos/to-do.js';
import { CandidatesModule } from '../candidates/public/index.js';
import { MailboxModule } from '../mailbox/public/index.js';
import { OrganisationModule } from '../organisation/public/index.js';
import { SanitizeHtmlSanitiser } from './adapters/html/sanitize-html-sanitiser.js';
import { AssignmentsController } from './adapters/http/assignments.controller.js';
import { ConversationsController } from './adapters/http/conversations.controller.js';
import { MessageContentsController } from './adapters/http/message-contents.controller.js';
import { ReceivedMessagesController } from './adapters/http/received-messages.controller.js';
import { routingRefusals } from './adapters/http/routing.refusals.js';
import { AssignMessageHandler } from './application/commands/assign-message.handler.js';
import { Assignees } from './application/commands/assignees.js';
import { ConfirmExpiryHandler } from './application/commands/confirm-expiry.handler.js';
import { DismissMessageHandler } from './application/commands/dismiss-message.handler.js';
import { HandleMessageHandler } from './application/commands/handle-message.handler.js';
import { MakeCandidateHandler } from './application/commands/make-candidate.handler.js';
import { MarkMessageNewHandler } from './application/commands/mark-message-new.handler.js';
import { OpenMessageHandler } from './application/commands/open-message.handler.js';
import { ReassignMessageHandler } from './application/commands/reassign-message.handler.js';
import { ReopenHandlingHandler } from './application/commands/reopen-handling.handler.js';
import { SetApplicationHandler } from './application/commands/set-application.handler.js';
import { UndoAssignmentHandler } from './application/commands/undo-assignment.handler.js';
import { MessageExpiry } from './application/expiry/message-expiry.js';
import { HtmlSanitiser } from './application/ports/html-sanitiser.port.js';
import { MessageRows } from './application/ports/message-rows.port.js';
import { Participants } from './application/ports/participants.port.js';
import { messages } from './application/projections/messages/messages.projection.js';
import { participants } from './application/projections/participants.projection.js';
import { DownloadAttachmentHandler } from './application/queries/download-attachment.handler.js';
import { DownloadRawMailHandler } from './application/queries/download-raw-mail.handler.js';
import { ListMessagesToAssignHandler } from './application/queries/list-messages-to-assign.handler.js';
import { ListNewMessagesHandler } from './application/queries/list-new-messages.handler.js';
import { ListUnansweredMessagesHandler } from './application/queries/list-unanswered-messages.handler.js';
import { MessageLists } from './application/queries/message-lists.js';
import { ParticipantsLookUp } from './application/queries/participants-look-up.js';
import { ReadConversationHandler } from './application/queries/read-conversation.handler.js';
import { ReadMessageHtmlHandler } from './application/queries/read-message-html.handler.js';
import { ReadMessageTextHandler } from './application/queries/read-message-text.handler.js';
import { ReadReceivedMessageHandler } from './application/queries/read-received-message.handler.js';
import { SeenMessages } from './application/queries/seen-messages.js';
import { AddressTeacher } from './application/routing/address-teacher.js';
import { LookUps } from './application/routing/look-ups.js';
import { MessageRouter } from './application/routing/message-router.js';
import { addressesToLearn } from './application/to-dos/addresses-to-learn.to-do.js';
import { expiredMessagesToDestroy } from './application/to-dos/expired-messages-to-destroy.to-do.js';
import { messagesToExpire } from './application/to-dos/messages-to-expire.to-do.js';
import { messagesToRoute } from './application/to-dos/messages-to-route.to-do.js';
import { ReceptionModule } from './reception.module.js';
import { SendingModule } from './sending.module.js';

const readModels = [
  { provide: MessageRows, inject: [Projections], useFactory: (all: Projections): MessageRows => all.register(messages) },
  {
    provide: Participants,
    inject: [Projections, DataKeys],
    useFactory: (all: Projections, keys: DataKeys): Participants => new ParticipantsLookUp(all.register(participants(keys)), keys),
  },
];

const commands = [
  Assignees,
  AssignMessageHandler,
  ReassignMessageHandler,
  UndoAssignmentHandler,
  DismissMessageHandler,
  SetApplicationHandler,
  MakeCandidateHandler,
  OpenMessageHandler,
  MarkMessageNewHandler,
  HandleMessageHandler,
  ReopenHandlingHandler,
  ConfirmExpiryHandler,
];

const queries = [
  MessageLists,
  SeenMessages,
  ReadConversationHandler,
  ListNewMessagesHandler,
  ListUnansweredMessagesHandler,
  ListMessagesToAssignHandler,
  ReadReceivedMessageHandler,
  ReadMessageTextHandler,
  ReadMessageHtmlHandler,
  DownloadRawMailHandler,
  DownloadAttachmentHandler,
  { provide: HtmlSanitiser, useClass: SanitizeHtmlSanitiser },
];

/** Whose mail it is, what people decide about it, and how it is read. */
@Module({
  imports: [ReceptionModule, SendingModule, CandidatesModule, OrganisationModule, MailboxModule],
  controllers: [ConversationsController, ReceivedMessagesController, AssignmentsController, MessageContentsController],
  providers: [...readModels, ...commands, ...queries, LookUps, MessageRouter, AddressTeacher, MessageExpiry],
  exports: [MessageRows],
})
export class RoutingModule {
  constructor(
    @Inject(ToDos) toDos: ToDos,
    @Inject(Refusals) refusals: Refusals,
    @Inject(Config) { unassignedKeptDays }: Config,
    router: MessageRouter,
    teacher: AddressTeacher,
    expiry: MessageExpiry,
  ) {
    toDos.register(messagesToRoute((companyId, messageId) => router.route(companyId, messageId)));
    toDos.register(addressesToLearn((companyId, messageId) => teacher.teach(companyId, messageId)));
    toDos.register(messagesToExpire(unassignedKeptDays, (companyId, messageId) => expiry.step(companyId, messageId)));
    toDos.register(expiredMessagesToDestroy((companyId, messageId) => expiry.destroy(companyId, messageId)));
    refusals.register(routingRefusals);
  }
}
