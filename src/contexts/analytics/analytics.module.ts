import { Inject, Module } from '@nestjs/common';
import { Refusals } from '#platform/http/refusals.js';
import { Projections } from '#platform/projections/projection.js';
import { MailboxModule, Mailboxes } from '../mailbox/public/index.js';
import { AnalyticsController } from './adapters/http/analytics.controller.js';
import { analyticsRefusals } from './adapters/http/analytics.refusals.js';
import { MessagesPerDayRows } from './application/ports/messages-per-day-rows.port.js';
import { messagesPerDay } from './application/projections/messages-per-day.projection.js';
import { MessagesPerDayHandler } from './application/queries/messages-per-day.handler.js';

/** Counts what happens; nothing here knows a person. */
@Module({
  imports: [MailboxModule],
  controllers: [AnalyticsController],
  providers: [
    {
      provide: MessagesPerDayRows,
      inject: [Projections, Mailboxes],
      useFactory: (all: Projections, mailboxes: Mailboxes): MessagesPerDayRows =>
        all.register(messagesPerDay((companyId) => mailboxes.mailboxId(companyId))),
    },
    MessagesPerDayHandler,
  ],
})
export class AnalyticsModule {
  constructor(@Inject(Refusals) refusals: Refusals) {
    refusals.register(analyticsRefusals);
  }
}
