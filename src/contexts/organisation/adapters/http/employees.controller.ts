import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, ForWholeCompany, Needs, NeedsOneOf } from '#platform/http/asked.js';
import { ListQuery, WaitingQuery } from '#platform/http/list-query.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { ChangeEmployee } from '../../application/commands/change-employee.command.js';
import { RecordLeaving } from '../../application/commands/record-leaving.command.js';
import { RegisterEmployee } from '../../application/commands/register-employee.command.js';
import { ListEmployees } from '../../application/queries/list-employees.query.js';
import { ReadEmployee } from '../../application/queries/read-employee.query.js';
import { EmployeeBody, EmployeeChangeBody, EmployeeRegisteredResponse, EmployeeResponse, EmployeesPage } from './employee.dto.js';

@ApiTags('employees')
@Controller('companies/:companyId/employees')
export class EmployeesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @NeedsOneOf('employees:write', 'recruiting-settings:read')
  @ApiOperation({ summary: 'The company’s employees, who left too.' })
  @ApiOkResponse({ type: EmployeesPage })
  list(@Param('companyId') companyId: string, @Query() page: ListQuery, @WaitFor() waitFor?: Position) {
    return this.queries.execute(new ListEmployees(companyId, page, waitFor));
  }

  @Get(':employeeId')
  @NeedsOneOf('employees:write', 'recruiting-settings:read')
  @ApiOperation({ summary: 'One employee, with addresses.' })
  @ApiOkResponse({ type: EmployeeResponse })
  read(@Query() _: WaitingQuery, @Param('companyId') companyId: string, @Param('employeeId') employeeId: string) {
    return this.queries.execute(new ReadEmployee(companyId, employeeId));
  }

  @Post()
  @Needs('employees:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Register an employee.' })
  @ApiCreatedResponse({ type: EmployeeRegisteredResponse })
  register(@Body() body: EmployeeBody, @Asked() cause: Cause) {
    return this.commands.execute(new RegisterEmployee(body, cause));
  }

  @Post(':employeeId/change')
  @HttpCode(200)
  @Needs('employees:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Change an employee’s name or addresses.' })
  @ApiOkResponse({ type: ReceiptResponse })
  change(@Param('employeeId') employeeId: string, @Body() body: EmployeeChangeBody, @Asked() cause: Cause) {
    return this.commands.execute(new ChangeEmployee(employeeId, body, cause));
  }

  @Post(':employeeId/leave')
  @HttpCode(200)
  @Needs('employees:write')
  @ForWholeCompany()
  @ApiOperation({ summary: 'Record that an employee left: forwards from there prove nothing any more.' })
  @ApiOkResponse({ type: ReceiptResponse })
  leave(@Param('employeeId') employeeId: string, @Asked() cause: Cause) {
    return this.commands.execute(new RecordLeaving(employeeId, cause));
  }
}
