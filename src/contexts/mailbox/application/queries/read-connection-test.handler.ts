import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ConnectionTestsOf } from './connection-tests-of.js';
import { ReadConnectionTest } from './read-connection-test.query.js';

@QueryHandler(ReadConnectionTest)
export class ReadConnectionTestHandler implements IQueryHandler<ReadConnectionTest> {
  constructor(private readonly tests: ConnectionTestsOf) {}

  execute({ caller, subsidiary, testId }: ReadConnectionTest) {
    return this.tests.one(caller, subsidiary, testId);
  }
}
