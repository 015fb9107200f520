import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, ForWholeCompany, Needs } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { ChooseSenderName } from '../../application/commands/choose-sender-name.command.js';
import { ClearIndividualAddress } from '../../application/commands/clear-individual-address.command.js';
import { InheritChannel } from '../../application/commands/inherit-channel.command.js';
import { SetIndividualAddress } from '../../application/commands/set-individual-address.command.js';
import { SwitchToService } from '../../application/commands/switch-to-service.command.js';
import { MailboxSettings } from '../../application/queries/mailbox-settings.query.js';
import type { SenderName } from '../../domain/recruiting-mailbox/events.js';
import { MailboxSettingsResponse } from './mailbox-settings.response.js';
import { mailboxPaths, subsidiaryMailboxPath } from './mailbox-paths.js';
import { WaitingMailBody } from './smtp-connection.dto.js';

export class SenderNameBody {
  @ApiProperty({
    description: 'Whose name applicants see (R14, R15, R28); a subsidiary may inherit its company’s choice.',
    enum: ['company', 'employee', 'inherited'],
    example: 'employee',
  })
  @IsIn(['company', 'employee', 'inherited'])
  readonly senderName!: SenderName | 'inherited';
}

export class IndividualAddressBody {
  @ApiProperty({
    description: 'The recruiting address of the company’s own domain (R43, R59).',
    example: 'jobs@acme.example',
    maxLength: 254,
  })
  @OneLine(1, 254)
  readonly address!: string;
}

/** The settings of the company's own mailbox, and of each subsidiary's. */
@ApiTags('mailbox')
@Controller(mailboxPaths())
export class MailboxController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('recruiting-settings:read')
  @ApiOperation({
    summary: 'The recruiting e-mail settings: address, channel, sender name, redirect, and where each comes from (R12, R90).',
  })
  @ApiOkResponse({ type: MailboxSettingsResponse })
  settings(@Query() _: WaitingQuery, @AskedBy() caller: Caller, @Param('subsidiaryId') subsidiary?: string) {
    return this.queries.execute(new MailboxSettings(caller, subsidiary));
  }

  @Post('sender-name')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Choose whose name appears as the sender (R14, R28).' })
  @ApiOkResponse({ type: ReceiptResponse })
  chooseSenderName(@Body() body: SenderNameBody, @Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new ChooseSenderName(subsidiary, body.senderName, cause));
  }

  @Post('individual-address')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Enter the individual address; a draft until its channel is active (R43, R59, R91).' })
  @ApiOkResponse({ type: ReceiptResponse })
  setIndividualAddress(@Body() body: IndividualAddressBody, @Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new SetIndividualAddress(subsidiary, body.address.trim(), cause));
  }

  @Post('individual-address/clear')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Leave the individual address empty; a subsidiary then uses its company’s settings (R92).' })
  @ApiOkResponse({ type: ReceiptResponse })
  clearIndividualAddress(@Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new ClearIndividualAddress(subsidiary, cause));
  }

  @Post('switch-to-service')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Send over the built-in service; the connection is kept, inactive (R39, R55).' })
  @ApiOkResponse({ type: ReceiptResponse })
  switchToService(@Body() body: WaitingMailBody, @Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new SwitchToService(subsidiary, body.waitingMail, cause));
  }
}

@ApiTags('mailbox')
@Controller(subsidiaryMailboxPath())
export class InheritingController {
  constructor(private readonly commands: CommandBus) {}

  @Post('inherit')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Send as the company does; the subsidiary’s own address stays as a draft (R90).' })
  @ApiOkResponse({ type: ReceiptResponse })
  inherit(@Param('subsidiaryId') subsidiary: string, @Asked() cause: Cause) {
    return this.commands.execute(new InheritChannel(subsidiary, cause));
  }
}
