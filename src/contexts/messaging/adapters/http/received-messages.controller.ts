import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, Needs, NeedsOneOf } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { ConfirmExpiry } from '../../application/commands/confirm-expiry.command.js';
import { DismissMessage } from '../../application/commands/dismiss-message.command.js';
import { HandleMessage } from '../../application/commands/handle-message.command.js';
import { MarkMessageNew } from '../../application/commands/mark-message-new.command.js';
import { OpenMessage } from '../../application/commands/open-message.command.js';
import { ReopenHandling } from '../../application/commands/reopen-handling.command.js';
import { ReadReceivedMessage } from '../../application/queries/read-received-message.query.js';
import { MessageDismissalBody } from './assignment.dto.js';
import { ReceivedMessageResponse } from './received-message.dto.js';

@ApiTags('messages')
@Controller('companies/:companyId/received-messages/:messageId')
export class ReceivedMessagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('messages:read')
  @ApiOperation({ summary: 'A received message, with every rule that was tried to find whose it is.' })
  @ApiOkResponse({ type: ReceivedMessageResponse })
  read(@Query() _: WaitingQuery, @Param('messageId') messageId: string, @AskedBy() caller: Caller) {
    return this.queries.execute(new ReadReceivedMessage(messageId, caller));
  }

  @Post('opened')
  @HttpCode(200)
  @Needs('messages:read')
  @ApiOperation({ summary: 'You have looked at it: it is new to others only.' })
  @ApiOkResponse({ type: ReceiptResponse })
  opened(@Param('messageId') messageId: string, @AskedBy() { actor, subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new OpenMessage(messageId, actor, subsidiaries, cause));
  }

  @Post('mark-new')
  @HttpCode(200)
  @Needs('messages:read')
  @ApiOperation({ summary: 'Show it to you as new again.' })
  @ApiOkResponse({ type: ReceiptResponse })
  markNew(@Param('messageId') messageId: string, @AskedBy() { actor, subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new MarkMessageNew(messageId, actor, subsidiaries, cause));
  }

  @Post('handled')
  @HttpCode(200)
  @NeedsOneOf('messages:assign', 'messages:send')
  @ApiOperation({ summary: 'No answer is owed, for everybody.' })
  @ApiOkResponse({ type: ReceiptResponse })
  handled(@Param('messageId') messageId: string, @AskedBy() { subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new HandleMessage(messageId, subsidiaries, cause));
  }

  @Post('reopen')
  @HttpCode(200)
  @NeedsOneOf('messages:assign', 'messages:send')
  @ApiOperation({ summary: 'An answer is owed after all.' })
  @ApiOkResponse({ type: ReceiptResponse })
  reopen(@Param('messageId') messageId: string, @AskedBy() { subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new ReopenHandling(messageId, subsidiaries, cause));
  }

  @Post('dismiss')
  @HttpCode(200)
  @Needs('messages:assign')
  @ApiOperation({ summary: 'It is nobody’s: out of sight, never lost; assigning brings it back.' })
  @ApiOkResponse({ type: ReceiptResponse })
  dismiss(
    @Param('messageId') messageId: string,
    @Body() { reason }: MessageDismissalBody,
    @AskedBy() { subsidiaries }: Caller,
    @Asked() cause: Cause,
  ) {
    return this.commands.execute(new DismissMessage(messageId, reason, subsidiaries, cause));
  }

  @Post('confirm-expiry')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ApiOperation({ summary: 'Delete mail that nobody has opened in all its time.' })
  @ApiOkResponse({ type: ReceiptResponse })
  confirmExpiry(@Param('messageId') messageId: string, @AskedBy() { subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new ConfirmExpiry(messageId, subsidiaries, cause));
  }
}
