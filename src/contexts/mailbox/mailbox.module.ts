import { Module } from '@nestjs/common';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { mailboxCodecs } from './adapters/events/mailbox.codecs.js';
import { MailboxController } from './adapters/http/mailbox.controller.js';
import { ChooseSenderNameHandler } from './application/commands/choose-sender-name.handler.js';
import { MailboxesFromStreams } from './application/mailboxes-from-streams.js';
import { RecruitingMailboxes } from './application/ports/recruiting-mailboxes.port.js';
import { MailboxSettingsHandler } from './application/queries/mailbox-settings.handler.js';
import { recruitingMailbox } from './domain/recruiting-mailbox/recruiting-mailbox.js';
import { MailboxProvisioning } from './public/mailbox-provisioning.js';
import { Mailboxes } from './public/mailboxes.js';

@Module({
  controllers: [MailboxController],
  providers: [
    {
      provide: RecruitingMailboxes,
      inject: [StreamsFactory],
      useFactory: (streams: StreamsFactory): RecruitingMailboxes => streams.of(recruitingMailbox, mailboxCodecs),
    },
    MailboxesFromStreams,
    { provide: Mailboxes, useExisting: MailboxesFromStreams },
    { provide: MailboxProvisioning, useExisting: MailboxesFromStreams },
    ChooseSenderNameHandler,
    MailboxSettingsHandler,
  ],
  exports: [Mailboxes, MailboxProvisioning],
})
export class MailboxModule {}
