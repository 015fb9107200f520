import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AskedBy, type Caller, Needs } from '#platform/http/asked.js';
import { WaitingQuery } from '#platform/http/list-query.js';
import { ListConnectionTests } from '../../application/queries/list-connection-tests.query.js';
import { ReadConnectionTest } from '../../application/queries/read-connection-test.query.js';
import { ReadTestReport } from '../../application/queries/read-test-report.query.js';
import { ConnectionTestResponse, ConnectionTestsResponse, ReportQuery } from './connection-test.dto.js';
import { mailboxPaths } from './mailbox-paths.js';

/** What was tested of a mailbox. */
@ApiTags('mailbox')
@Controller(mailboxPaths('/tests'))
export class ConnectionTestsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('recruiting-settings:read')
  @ApiOperation({ summary: 'The latest 100 tests and refused set-ups, newest first (R83, R87).' })
  @ApiOkResponse({ type: ConnectionTestsResponse })
  list(@Query() _: WaitingQuery, @AskedBy() caller: Caller, @Param('subsidiaryId') subsidiary?: string) {
    return this.queries.execute(new ListConnectionTests(caller, subsidiary));
  }

  @Get(':testId')
  @Needs('recruiting-settings:read')
  @ApiOperation({ summary: 'One test (R87).' })
  @ApiOkResponse({ type: ConnectionTestResponse })
  read(@Query() _: WaitingQuery, @AskedBy() caller: Caller, @Param('testId') testId: string, @Param('subsidiaryId') subsidiary?: string) {
    return this.queries.execute(new ReadConnectionTest(caller, subsidiary, testId));
  }

  @Get(':testId/report')
  @Needs('recruiting-settings:read')
  @ApiOperation({ summary: 'The test as plain text that can be forwarded to the IT department (R88).' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'Poststelle: test of the e-mail connection' } })
  async report(
    @Query() { language = 'en' }: ReportQuery,
    @AskedBy() caller: Caller,
    @Param('testId') testId: string,
    @Param('subsidiaryId') subsidiary?: string,
  ) {
    const report = await this.queries.execute(new ReadTestReport(caller, subsidiary, testId, language));
    return report.ok ? new StreamableFile(Buffer.from(report.value), { type: 'text/plain; charset=utf-8', disposition: 'inline' }) : report;
  }
}
