import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import { ForWholeCompany, Needs } from '#platform/http/asked.js';
import { WaitFor } from '#platform/http/wait-for.js';
import { ListChanges } from '../../application/queries/list-changes.query.js';
import { ChangesPageResponse, ChangesQuery } from './changes.dto.js';

@ApiTags('changes')
@Controller('companies/:companyId/changes')
export class ChangesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('history:read')
  @ForWholeCompany()
  @ApiOperation({
    summary: 'What happened since the last time you asked, for platforms that poll.',
    description:
      'Public events in the order of the log, each exactly once: ids and codes, never a name, an address or what somebody wrote. Ask again with `next` as `after`, also when nothing came.',
  })
  @ApiOkResponse({ type: ChangesPageResponse })
  list(@Param('companyId') companyId: string, @Query() { after, limit }: ChangesQuery, @WaitFor() waitFor?: Position) {
    return this.queries.execute(
      new ListChanges({ companyId, limit, ...(after === undefined ? {} : { after }), ...(waitFor === undefined ? {} : { waitFor }) }),
    );
  }
}
