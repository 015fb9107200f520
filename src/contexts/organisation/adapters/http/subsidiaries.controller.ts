import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, AskedBy, type Caller, ForWholeCompany, Needs } from '#platform/http/asked.js';
import { ListQuery } from '#platform/http/list-query.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { CloseSubsidiary } from '../../application/commands/close-subsidiary.command.js';
import { RegisterSubsidiary } from '../../application/commands/register-subsidiary.command.js';
import { RenameSubsidiary } from '../../application/commands/rename-subsidiary.command.js';
import { ListSubsidiaries } from '../../application/queries/list-subsidiaries.query.js';
import { SubsidiariesPage, SubsidiaryBody, SubsidiaryNameBody, SubsidiaryRegisteredResponse } from './subsidiary.dto.js';

@ApiTags('companies')
@Controller('companies/:companyId/subsidiaries')
export class SubsidiariesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('recruiting-settings:read')
  @ApiOperation({ summary: 'The company’s subsidiaries, closed ones too, with their redirect targets (R24, R91).' })
  @ApiOkResponse({ type: SubsidiariesPage })
  list(@AskedBy() caller: Caller, @Query() page: ListQuery, @WaitFor() waitFor?: Position) {
    return this.queries.execute(new ListSubsidiaries(caller, page, waitFor));
  }

  @Post()
  @Needs('recruiting-settings:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Register a subsidiary.' })
  @ApiCreatedResponse({ type: SubsidiaryRegisteredResponse })
  register(@Body() body: SubsidiaryBody, @Asked() cause: Cause) {
    return this.commands.execute(new RegisterSubsidiary(body, cause));
  }

  @Post(':subsidiaryId/rename')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ApiOperation({ summary: 'Rename a subsidiary; its tag stays.' })
  @ApiOkResponse({ type: ReceiptResponse })
  rename(@Param('subsidiaryId') subsidiaryId: string, @Body() body: SubsidiaryNameBody, @Asked() cause: Cause) {
    return this.commands.execute(new RenameSubsidiary(subsidiaryId, body.name, cause));
  }

  @Post(':subsidiaryId/close')
  @HttpCode(200)
  @Needs('recruiting-settings:write')
  @ApiOperation({ summary: 'Close a subsidiary: no new application names it, mail to its tag still arrives.' })
  @ApiOkResponse({ type: ReceiptResponse })
  close(@Param('subsidiaryId') subsidiaryId: string, @Asked() cause: Cause) {
    return this.commands.execute(new CloseSubsidiary(subsidiaryId, cause));
  }
}
