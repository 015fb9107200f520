import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, Needs, SendsMail } from '#platform/http/asked.js';
import { SendMessage } from '../../application/commands/send-message.command.js';
import { SendMessageBody } from './send-message.body.js';
import { QueuedResponse } from './sent-message.response.js';

@ApiTags('sending')
@Controller('companies/:companyId/candidates/:candidateId/messages')
export class SendingController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(202)
  @Needs('messages:send')
  @SendsMail()
  @ApiOperation({ summary: 'Write to a candidate. The answer says that it will be tried, not that it was sent.' })
  @ApiAcceptedResponse({ type: QueuedResponse })
  send(@Param('candidateId') candidateId: string, @Body() body: SendMessageBody, @AskedBy() caller: Caller, @Asked() cause: Cause) {
    const { text, html, attachments = [], automatic = false, ...wanted } = body;
    const content = {
      ...(text === undefined ? {} : { text }),
      ...(html === undefined ? {} : { html }),
      attachments: attachments.map(({ name, contentType, content: base64 }) => ({
        name,
        contentType,
        bytes: Buffer.from(base64, 'base64'),
      })),
    };
    return this.commands.execute(new SendMessage({ ...wanted, candidateId, content, automatic }, caller.subsidiaries, cause));
  }
}
