import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { ConnectionTestsOf } from './connection-tests-of.js';
import { ListConnectionTests } from './list-connection-tests.query.js';

/** Older ones are in the mailbox's history. */
const most = 100;

@QueryHandler(ListConnectionTests)
export class ListConnectionTestsHandler implements IQueryHandler<ListConnectionTests> {
  constructor(private readonly tests: ConnectionTestsOf) {}

  async execute({ caller, subsidiary }: ListConnectionTests) {
    const tests = await this.tests.all(caller, subsidiary);
    return tests.ok ? allow({ items: tests.value.slice(0, most) }) : tests;
  }
}
