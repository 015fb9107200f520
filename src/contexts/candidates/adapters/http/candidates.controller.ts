import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, Needs, NeedsOneOf } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { AddAddress } from '../../application/commands/add-address.command.js';
import { RegisterCandidate } from '../../application/commands/register-candidate.command.js';
import { RemoveAddress } from '../../application/commands/remove-address.command.js';
import { ListCandidates } from '../../application/queries/list-candidates.query.js';
import { ReadCandidate } from '../../application/queries/read-candidate.query.js';
import {
  AddressAddedResponse,
  AddressBody,
  CandidateBody,
  CandidateRegisteredResponse,
  CandidateResponse,
  CandidatesPage,
  CandidatesQuery,
} from './candidate.dto.js';

@ApiTags('candidates')
@Controller('companies/:companyId/candidates')
export class CandidatesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @NeedsOneOf('candidates:write', 'messages:read')
  @ApiOperation({ summary: 'The company’s candidates, or those with one address.' })
  @ApiOkResponse({ type: CandidatesPage })
  list(@AskedBy() caller: Caller, @Query() wanted: CandidatesQuery, @WaitFor() waitFor?: Position) {
    return this.queries.execute(new ListCandidates(caller, wanted, waitFor));
  }

  @Get(':candidateId')
  @NeedsOneOf('candidates:write', 'messages:read')
  @ApiOperation({ summary: 'One candidate, with addresses and applications.' })
  @ApiOkResponse({ type: CandidateResponse })
  read(@Query() _: WaitingQuery, @Param('candidateId') candidateId: string, @AskedBy() caller: Caller) {
    return this.queries.execute(new ReadCandidate(candidateId, caller));
  }

  @Post()
  @Needs('candidates:write')
  @ApiOperation({ summary: 'Register a candidate; warns where address or name is known already (P7).' })
  @ApiCreatedResponse({ type: CandidateRegisteredResponse })
  register(@Body() body: CandidateBody, @Asked() cause: Cause) {
    return this.commands.execute(new RegisterCandidate(body, cause));
  }

  @Post(':candidateId/addresses')
  @HttpCode(200)
  @Needs('candidates:write')
  @ApiOperation({ summary: 'Add an address that the person writes from (S40).' })
  @ApiOkResponse({ type: AddressAddedResponse })
  addAddress(@Param('candidateId') candidateId: string, @Body() body: AddressBody, @Asked() cause: Cause) {
    return this.commands.execute(new AddAddress(candidateId, body.address, cause));
  }

  @Post(':candidateId/addresses/remove')
  @HttpCode(200)
  @Needs('candidates:write')
  @ApiOperation({ summary: 'Remove an address.' })
  @ApiOkResponse({ type: ReceiptResponse })
  removeAddress(@Param('candidateId') candidateId: string, @Body() body: AddressBody, @Asked() cause: Cause) {
    return this.commands.execute(new RemoveAddress(candidateId, body.address, cause));
  }
}
