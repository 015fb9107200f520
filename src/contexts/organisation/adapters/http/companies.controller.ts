import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, ForWholeCompany, Needs } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { RegisterCompany } from '../../application/commands/register-company.command.js';
import { ReadCompany } from '../../application/queries/read-company.query.js';
import { CompanyBody, CompanyRegisteredResponse, CompanyResponse } from './company.dto.js';

@ApiTags('companies')
@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Needs('companies:register')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Register a company; its recruiting mailbox comes with it (R8).' })
  @ApiCreatedResponse({ type: CompanyRegisteredResponse })
  register(@Body() body: CompanyBody, @Asked() cause: Cause) {
    return this.commands.execute(new RegisterCompany(body, cause));
  }

  @Get(':companyId')
  @Needs('recruiting-settings:read')
  @ApiOperation({ summary: 'The company.' })
  @ApiOkResponse({ type: CompanyResponse })
  read(@Query() _: WaitingQuery, @Param('companyId') companyId: string) {
    return this.queries.execute(new ReadCompany(companyId));
  }
}
