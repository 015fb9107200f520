import { Module } from '@nestjs/common';
import { Projections } from '#platform/projections/projection.js';
import { ChangesController } from './adapters/http/changes.controller.js';
import { ChangeRows } from './application/ports/change-rows.port.js';
import { changes } from './application/projections/changes.projection.js';
import { ListChangesHandler } from './application/queries/list-changes.handler.js';

/** Tells platforms that poll what happened; wants every context whose events it tells of beside it. */
@Module({
  controllers: [ChangesController],
  providers: [
    { provide: ChangeRows, inject: [Projections], useFactory: (all: Projections): ChangeRows => all.register(changes) },
    ListChangesHandler,
  ],
})
export class ChangesModule {}
