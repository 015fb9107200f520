import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, Needs } from '#platform/http/asked.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { HireCandidate } from '../../application/commands/hire-candidate.command.js';
import { OpenApplication } from '../../application/commands/open-application.command.js';
import { RejectApplication } from '../../application/commands/reject-application.command.js';
import { ReopenApplication } from '../../application/commands/reopen-application.command.js';
import { WithdrawApplication } from '../../application/commands/withdraw-application.command.js';
import { ApplicationBody, ApplicationOpenedResponse } from './application.dto.js';

@ApiTags('candidates')
@Controller('companies/:companyId/candidates/:candidateId/applications')
@Needs('candidates:write')
export class ApplicationsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ summary: 'Open an application; somebody who applies again gets a new one (P4).' })
  @ApiCreatedResponse({ type: ApplicationOpenedResponse })
  open(@Param('candidateId') candidateId: string, @Body() body: ApplicationBody, @Asked() cause: Cause) {
    return this.commands.execute(new OpenApplication(candidateId, body, cause));
  }

  @Post(':applicationId/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'The company says no.' })
  @ApiOkResponse({ type: ReceiptResponse })
  reject(@Param('candidateId') candidateId: string, @Param('applicationId') applicationId: string, @Asked() cause: Cause) {
    return this.commands.execute(new RejectApplication(candidateId, applicationId, cause));
  }

  @Post(':applicationId/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'The person says no.' })
  @ApiOkResponse({ type: ReceiptResponse })
  withdraw(@Param('candidateId') candidateId: string, @Param('applicationId') applicationId: string, @Asked() cause: Cause) {
    return this.commands.execute(new WithdrawApplication(candidateId, applicationId, cause));
  }

  @Post(':applicationId/hire')
  @HttpCode(200)
  @ApiOperation({ summary: 'The application led to a job.' })
  @ApiOkResponse({ type: ReceiptResponse })
  hire(@Param('candidateId') candidateId: string, @Param('applicationId') applicationId: string, @Asked() cause: Cause) {
    return this.commands.execute(new HireCandidate(candidateId, applicationId, cause));
  }

  @Post(':applicationId/reopen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an end back that was a mistake.' })
  @ApiOkResponse({ type: ReceiptResponse })
  reopen(@Param('candidateId') candidateId: string, @Param('applicationId') applicationId: string, @Asked() cause: Cause) {
    return this.commands.execute(new ReopenApplication(candidateId, applicationId, cause));
  }
}
