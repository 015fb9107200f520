import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, Needs } from '#platform/http/asked.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { AssignMessage } from '../../application/commands/assign-message.command.js';
import { MakeCandidate } from '../../application/commands/make-candidate.command.js';
import { ReassignMessage } from '../../application/commands/reassign-message.command.js';
import { SetApplication } from '../../application/commands/set-application.command.js';
import { UndoAssignment } from '../../application/commands/undo-assignment.command.js';
import { MessageApplicationBody, MessageAssignmentBody, CandidateMadeResponse, CandidateOfMessageBody } from './assignment.dto.js';

@ApiTags('messages')
@Controller('companies/:companyId/received-messages/:messageId')
export class AssignmentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('assign')
  @HttpCode(200)
  @Needs('messages:assign')
  @ApiOperation({ summary: 'Say whose message it is (R17); restores what was dismissed.' })
  @ApiOkResponse({ type: ReceiptResponse })
  assign(
    @Param('messageId') messageId: string,
    @Body() { teachAddress, ...named }: MessageAssignmentBody,
    @AskedBy() { subsidiaries }: Caller,
    @Asked() cause: Cause,
  ) {
    return this.commands.execute(new AssignMessage(messageId, named, teachAddress, subsidiaries, cause));
  }

  @Post('reassign')
  @HttpCode(200)
  @Needs('messages:assign')
  @ApiOperation({ summary: 'Give it to another candidate, whoever gave it to the first one (R18).' })
  @ApiOkResponse({ type: ReceiptResponse })
  reassign(
    @Param('messageId') messageId: string,
    @Body() { teachAddress, ...named }: MessageAssignmentBody,
    @AskedBy() { subsidiaries }: Caller,
    @Asked() cause: Cause,
  ) {
    return this.commands.execute(new ReassignMessage(messageId, named, teachAddress, subsidiaries, cause));
  }

  @Post('undo-assignment')
  @HttpCode(200)
  @Needs('messages:assign')
  @ApiOperation({ summary: 'Take it back from the candidate; it waits again.' })
  @ApiOkResponse({ type: ReceiptResponse })
  undo(@Param('messageId') messageId: string, @AskedBy() { subsidiaries }: Caller, @Asked() cause: Cause) {
    return this.commands.execute(new UndoAssignment(messageId, subsidiaries, cause));
  }

  @Post('application')
  @HttpCode(200)
  @Needs('messages:assign')
  @ApiOperation({ summary: 'Say which of the candidate’s applications it is about.' })
  @ApiOkResponse({ type: ReceiptResponse })
  application(
    @Param('messageId') messageId: string,
    @Body() { applicationId }: MessageApplicationBody,
    @AskedBy() { subsidiaries }: Caller,
    @Asked() cause: Cause,
  ) {
    return this.commands.execute(new SetApplication(messageId, applicationId, subsidiaries, cause));
  }

  @Post('candidate')
  @Needs('messages:assign', 'candidates:write')
  @ApiOperation({ summary: 'Make a candidate with an application of it and assign it to them, in one step.' })
  @ApiCreatedResponse({ type: CandidateMadeResponse })
  candidate(
    @Param('messageId') messageId: string,
    @Body() told: CandidateOfMessageBody,
    @AskedBy() { subsidiaries }: Caller,
    @Asked() cause: Cause,
  ) {
    return this.commands.execute(new MakeCandidate(messageId, told, subsidiaries, cause));
  }
}
