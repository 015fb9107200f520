import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel/decision.js';
import { AskedBy, type Caller, Needs } from '#platform/http/asked.js';
import { ListQuery } from '#platform/http/list-query.js';
import { ReadHistory } from '../../application/queries/read-history.query.js';
import { categoryOf, isHistoryKind } from '../../domain/kinds-of-history.js';
import { HistoryPage } from './history.response.js';

@ApiTags('history')
@Controller('companies/:companyId/history')
@Needs('history:read')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':kind/:id')
  @ApiOperation({
    summary: 'What happened, event by event, by whom and why.',
    description: 'A token limited to subsidiaries sees the histories that belong to them alone; whatever is the company’s is not found.',
  })
  @ApiParam({ name: 'kind', enum: Object.keys(categoryOf), example: 'candidates' })
  @ApiParam({
    name: 'id',
    description: 'The id, or `external:<externalId>` of a candidate, an employee or the company.',
    example: 'external:applicant-4711',
  })
  @ApiOkResponse({ type: HistoryPage })
  async history(
    @Param('companyId') companyId: string,
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Query() { cursor, limit }: ListQuery,
    @AskedBy() { subsidiaries }: Caller,
  ) {
    if (!isHistoryKind(kind)) return refuse('no-such-history', { field: 'kind' });
    return this.queries.execute(
      new ReadHistory({
        companyId,
        kind,
        id,
        limit,
        ...(cursor !== undefined && { cursor }),
        ...(subsidiaries !== undefined && { subsidiaries }),
      }),
    );
  }
}
