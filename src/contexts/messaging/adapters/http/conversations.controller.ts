import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import { AskedBy, type Caller, Needs } from '#platform/http/asked.js';
import { ListQuery } from '#platform/http/list-query.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { ListMessagesToAssign } from '../../application/queries/list-messages-to-assign.query.js';
import { ListNewMessages } from '../../application/queries/list-new-messages.query.js';
import { ListUnansweredMessages } from '../../application/queries/list-unanswered-messages.query.js';
import { ReadConversation } from '../../application/queries/read-conversation.query.js';
import { MessagesPage, MessagesToAssignPage, MessagesToAssignQuery } from './listed-message.dto.js';

@ApiTags('messages')
@Controller('companies/:companyId')
@Needs('messages:read')
export class ConversationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('candidates/:candidateId/messages')
  @ApiOperation({ summary: 'The candidate’s messages, received and sent, oldest first (R16, R85).' })
  @ApiOkResponse({ type: MessagesPage })
  conversation(
    @Param('candidateId') candidateId: string,
    @Query() page: ListQuery,
    @AskedBy() caller: Caller,
    @WaitFor() waitFor?: Position,
  ) {
    return this.queries.execute(new ReadConversation(candidateId, caller, page, waitFor));
  }

  @Get('messages/new')
  @ApiOperation({ summary: 'What you have not opened yet, newest first.' })
  @ApiOkResponse({ type: MessagesPage })
  unread(@Query() page: ListQuery, @AskedBy() caller: Caller, @WaitFor() waitFor?: Position) {
    return this.queries.execute(new ListNewMessages(caller, page, waitFor));
  }

  @Get('messages/unanswered')
  @ApiOperation({
    summary: 'What candidates wrote and nobody has answered or handled, oldest first; automatic mail neither answers nor wants an answer.',
  })
  @ApiOkResponse({ type: MessagesPage })
  unanswered(@Query() page: ListQuery, @AskedBy() caller: Caller, @WaitFor() waitFor?: Position) {
    return this.queries.execute(new ListUnansweredMessages(caller, page, waitFor));
  }

  @Get('messages/to-assign')
  @ApiOperation({ summary: 'What waits for somebody who can assign it, newest first (R17, R86).' })
  @ApiOkResponse({ type: MessagesToAssignPage })
  toAssign(@Query() query: MessagesToAssignQuery, @AskedBy() caller: Caller, @WaitFor() waitFor?: Position) {
    const { filter, ...page } = query;
    return this.queries.execute(new ListMessagesToAssign(caller, filter, page, waitFor));
  }
}
