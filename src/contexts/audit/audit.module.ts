import { Inject, Module } from '@nestjs/common';
import { Refusals } from '#platform/http/refusals.js';
import { auditRefusals } from './adapters/http/audit.refusals.js';
import { HistoryController } from './adapters/http/history.controller.js';
import { ReadHistoryHandler } from './application/queries/read-history.handler.js';

/** Reads the log, writes nothing. */
@Module({ controllers: [HistoryController], providers: [ReadHistoryHandler] })
export class AuditModule {
  constructor(@Inject(Refusals) refusals: Refusals) {
    refusals.register(auditRefusals);
  }
}
