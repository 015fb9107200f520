import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, ForWholeCompany, Needs } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { ChooseSenderName } from '../../application/commands/choose-sender-name.command.js';
import { MailboxSettings } from '../../application/queries/mailbox-settings.query.js';
import type { SenderName } from '../../domain/recruiting-mailbox/events.js';
import { MailboxSettingsResponse } from './mailbox-settings.response.js';

export class SenderNameBody {
  @ApiProperty({ description: 'Whose name applicants see (R14, R15, R28).', enum: ['company', 'employee'], example: 'employee' })
  @IsIn(['company', 'employee'])
  readonly senderName!: SenderName;
}

@ApiTags('mailbox')
@Controller('companies/:companyId/mailbox')
export class MailboxController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('recruiting-settings:read')
  @ApiOperation({ summary: 'The recruiting e-mail settings: address, channel, sender name, and where each comes from (R12).' })
  @ApiOkResponse({ type: MailboxSettingsResponse })
  settings(@Query() _: WaitingQuery, @Param('companyId') companyId: string) {
    return this.queries.execute(new MailboxSettings(companyId));
  }

  @Post('sender-name')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Choose whose name appears as the sender (R14, R28).' })
  @ApiOkResponse({ type: ReceiptResponse })
  chooseSenderName(@Body() body: SenderNameBody, @Asked() cause: Cause) {
    return this.commands.execute(new ChooseSenderName(body.senderName, cause));
  }
}
