import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, ForWholeCompany, Needs } from '#platform/http/asked.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { ActivateSmtpConnection } from '../../application/commands/activate-smtp-connection.command.js';
import { CheckConnection } from '../../application/commands/check-connection.command.js';
import { DisconnectSmtp } from '../../application/commands/disconnect-smtp.command.js';
import { EstablishSmtpConnection } from '../../application/commands/establish-smtp-connection.command.js';
import { RenewPassword } from '../../application/commands/renew-password.command.js';
import { normalHost } from '../../domain/recruiting-mailbox/channel.js';
import { mailboxPaths } from './mailbox-paths.js';
import { ConnectedResponse, PasswordBody, SmtpConnectionBody } from './smtp-connection.dto.js';

@ApiTags('mailbox')
@Controller(mailboxPaths('/smtp-connection'))
export class SmtpConnectionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Connect over SMTP: the server is reached, takes login and sender, and becomes the active channel (R56, R61).' })
  @ApiOkResponse({ type: ConnectedResponse })
  establish(@Body() body: SmtpConnectionBody, @Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    const { host, encryption = 'starttls-verified', password, ...settings } = body;
    return this.commands.execute(
      new EstablishSmtpConnection(subsidiary, { ...settings, host: normalHost(host), encryption }, password, cause),
    );
  }

  @Post('activate')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Go back to the connection as it was left, without typing anything again (R39, R55).' })
  @ApiOkResponse({ type: ConnectedResponse })
  activate(@Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new ActivateSmtpConnection(subsidiary, cause));
  }

  @Post('password')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Renew the password of the same account, while the connection needs attention.' })
  @ApiOkResponse({ type: ReceiptResponse })
  renewPassword(@Body() body: PasswordBody, @Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new RenewPassword(subsidiary, body.password, cause));
  }

  @Post('check')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Ask the server again; what needed attention is restored where it takes login and sender. Nothing is sent.' })
  @ApiOkResponse({ type: ReceiptResponse })
  check(@Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new CheckConnection(subsidiary, cause));
  }

  @Post('disconnect')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Forget the connection and destroy its password.' })
  @ApiOkResponse({ type: ReceiptResponse })
  disconnect(@Asked() cause: Cause, @Param('subsidiaryId') subsidiary?: string) {
    return this.commands.execute(new DisconnectSmtp(subsidiary, cause));
  }
}
