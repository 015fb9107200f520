import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { testReport } from '../reports/test-report.js';
import { ConnectionTestsOf } from './connection-tests-of.js';
import { ReadTestReport } from './read-test-report.query.js';

@QueryHandler(ReadTestReport)
export class ReadTestReportHandler implements IQueryHandler<ReadTestReport> {
  constructor(private readonly tests: ConnectionTestsOf) {}

  async execute({ caller, subsidiary, testId, language }: ReadTestReport) {
    const test = await this.tests.one(caller, subsidiary, testId);
    return test.ok ? allow(testReport(test.value, language)) : test;
  }
}
