import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { type Days, daysAsked } from '../../domain/days.js';
import { MessagesPerDayRows } from '../ports/messages-per-day-rows.port.js';
import { type DayCount, MessagesPerDay } from './messages-per-day.query.js';

@QueryHandler(MessagesPerDay)
export class MessagesPerDayHandler implements IQueryHandler<MessagesPerDay> {
  constructor(@Inject(MessagesPerDayRows) private readonly counts: MessagesPerDayRows) {}

  async execute({ wanted: { companyId, from, to }, waitFor }: MessagesPerDay) {
    const days = daysAsked(from, to);
    if (!days.ok) return days;
    if (waitFor !== undefined) await this.counts.reached(waitFor);
    return allow({ items: await this.countsOf(companyId, days.value) });
  }

  private countsOf(companyId: string, { from, to }: Days): Promise<DayCount[]> {
    return this.counts.rows
      .selectFrom('messages_per_day')
      .select(['day', 'direction', 'channel', 'mailbox_id as mailboxId', 'counted_as as countedAs', 'messages'])
      .where('company_id', '=', companyId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('direction')
      .orderBy('channel')
      .orderBy('mailbox_id')
      .orderBy('counted_as')
      .execute();
  }
}
