import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { allow } from '#kernel/decision.js';
import type { Position } from '#kernel/position.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, Needs, SendsMail } from '#platform/http/asked.js';
import { ListQuery, WaitingQuery } from '#platform/http/list-query.js';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { CancelMessage } from '../../application/commands/cancel-message.command.js';
import { ClearBounceMark } from '../../application/commands/clear-bounce-mark.command.js';
import { ConfirmDelivered } from '../../application/commands/confirm-delivered.command.js';
import { ResendMessage } from '../../application/commands/resend-message.command.js';
import { SettleDoubtedMessages } from '../../application/commands/settle-doubted-messages.command.js';
import { SendAgain } from '../../application/commands/send-again.command.js';
import { DownloadSentMail } from '../../application/queries/download-sent-mail.query.js';
import { ListSentMessages } from '../../application/queries/list-sent-messages.query.js';
import { ReadSentMessage } from '../../application/queries/read-sent-message.query.js';
import type { OutboundState } from '../../domain/outbound-message/outbound-message.js';
import { DoubtedBody, SettledResponse } from './doubted-messages.dto.js';
import { ResendBody } from './send-message.body.js';
import { outboundStates, QueuedResponse, SentAgainResponse, SentMessageResponse, SentMessagesPage } from './sent-message.response.js';

export class SentMessagesQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'Only those in this state.', enum: outboundStates, example: 'uncertain' })
  @MayBeLeftOut()
  @IsIn(outboundStates)
  readonly state?: OutboundState;
}

@ApiTags('sending')
@Controller('companies/:companyId/sent-messages')
export class SentMessagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('messages:read')
  @ApiOperation({ summary: 'Sent messages of all candidates, newest first: what is stuck, what failed, what waits for a person (S28).' })
  @ApiOkResponse({ type: SentMessagesPage })
  list(@Query() { state, ...page }: SentMessagesQuery, @AskedBy() caller: Caller, @WaitFor() waitFor?: Position) {
    return this.queries.execute(new ListSentMessages(state, caller, page, waitFor));
  }

  @Get(':messageId')
  @Needs('messages:read')
  @ApiOperation({ summary: 'Where a message stands, with every try and what reports said (S17, S29).' })
  @ApiOkResponse({ type: SentMessageResponse })
  read(@Query() _: WaitingQuery, @Param('messageId') messageId: string, @AskedBy() caller: Caller) {
    return this.queries.execute(new ReadSentMessage(messageId, caller));
  }

  @Get(':messageId/content/raw')
  @Needs('messages:read')
  @ApiOperation({ summary: 'The mail as it left, octet for octet.' })
  @ApiProduces('message/rfc822')
  @ApiOkResponse({ description: 'A file.', schema: { type: 'string', format: 'binary' } })
  async raw(@Query() _: WaitingQuery, @Param('messageId') messageId: string, @AskedBy() caller: Caller) {
    const found = await this.queries.execute(new DownloadSentMail(messageId, caller));
    if (!found.ok) return found;
    const { name, contentType, content } = found.value;
    const disposition = `attachment; filename="${name}"`;
    return allow(
      content instanceof Uint8Array ? new StreamableFile(content, { type: contentType, disposition }) : new StreamableFile(content),
    );
  }

  @Post('confirm-delivered')
  @HttpCode(200)
  @Needs('messages:send')
  @ApiOperation({ summary: 'Everything that a restore made uncertain arrived, as a person knows; at most 100 messages at a time.' })
  @ApiOkResponse({ type: SettledResponse })
  confirmAllDelivered(@Body() _: DoubtedBody, @AskedBy() { subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new SettleDoubtedMessages('confirm-delivered', subsidiaries, cause));
  }

  @Post('send-again')
  @HttpCode(200)
  @Needs('messages:send')
  @SendsMail()
  @ApiOperation({
    summary: 'Everything that a restore made uncertain is to go, each with the same Message-ID; at most 100 messages at a time.',
  })
  @ApiOkResponse({ type: SettledResponse })
  sendAllAgain(@Body() _: DoubtedBody, @AskedBy() { subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new SettleDoubtedMessages('send-again', subsidiaries, cause));
  }

  @Post(':messageId/confirm-delivered')
  @HttpCode(200)
  @Needs('messages:send')
  @ApiOperation({ summary: 'An uncertain message arrived, as a person knows: nothing is sent again.' })
  @ApiOkResponse({ type: ReceiptResponse })
  confirmDelivered(@Param('messageId') messageId: string, @AskedBy() caller: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new ConfirmDelivered(messageId, caller.subsidiaries, cause));
  }

  @Post(':messageId/send-again')
  @HttpCode(200)
  @Needs('messages:send')
  @SendsMail()
  @ApiOperation({ summary: 'A held or an uncertain message is to go, with the same Message-ID.' })
  @ApiOkResponse({ type: SentAgainResponse })
  sendAgain(@Param('messageId') messageId: string, @AskedBy() caller: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new SendAgain(messageId, caller.subsidiaries, cause));
  }

  @Post(':messageId/cancel')
  @HttpCode(200)
  @Needs('messages:send')
  @ApiOperation({ summary: 'Take back what has not left.' })
  @ApiOkResponse({ type: ReceiptResponse })
  cancel(@Param('messageId') messageId: string, @AskedBy() caller: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new CancelMessage(messageId, caller.subsidiaries, cause));
  }

  @Post(':messageId/resend')
  @HttpCode(202)
  @Needs('messages:send')
  @SendsMail()
  @ApiOperation({ summary: 'Send what failed to a corrected address, as a new message that names the old one.' })
  @ApiAcceptedResponse({ type: QueuedResponse })
  resend(@Param('messageId') messageId: string, @Body() { to }: ResendBody, @AskedBy() caller: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new ResendMessage(messageId, to, caller.subsidiaries, cause));
  }

  @Post(':messageId/clear-bounce-mark')
  @HttpCode(200)
  @Needs('messages:send')
  @ApiOperation({ summary: 'The address that this message came back from is good after all: it warns no longer (S17).' })
  @ApiOkResponse({ type: ReceiptResponse })
  clearBounceMark(@Param('messageId') messageId: string, @AskedBy() caller: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new ClearBounceMark(messageId, caller.subsidiaries, cause));
  }
}
