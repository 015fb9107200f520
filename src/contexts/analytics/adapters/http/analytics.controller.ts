import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import { ForWholeCompany, Needs } from '#platform/http/asked.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { MessagesPerDay } from '../../application/queries/messages-per-day.query.js';
import { DaysQuery, MessagesPerDayResponse } from './messages-per-day.dto.js';

@ApiTags('analytics')
@Controller('companies/:companyId/analytics')
@Needs('analytics:read')
// Received mail is counted before anybody knows whose it is, so that these are figures of the whole company.
@ForWholeCompany()
export class AnalyticsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('messages-per-day')
  @ApiOperation({ summary: 'Messages in and out per day, channel and mailbox; no personal data.' })
  @ApiOkResponse({ type: MessagesPerDayResponse })
  messagesPerDay(@Param('companyId') companyId: string, @Query() { from, to }: DaysQuery, @WaitFor() waitFor: Position | undefined) {
    return this.queries.execute(new MessagesPerDay({ companyId, from, to }, waitFor));
  }
}
