import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { allow, refuse } from '#kernel/decision.js';
import { Needs } from '../http/asked.js';
import { Refusals } from '../http/refusals.js';
import { ProjectionRunner } from '../projections/projection-runner.js';
import { operationsRefusals } from './operations.refusals.js';
import { ProjectionResponse, ProjectionsResponse } from './projection.response.js';
import { shownProjection } from './shown-projection.js';

/** What the operator asks of the running service. */
@ApiTags('operations')
@Controller('operations/projections')
@Needs('operations')
export class OperationsController {
  constructor(
    @Inject(Refusals) refusals: Refusals,
    private readonly runner: ProjectionRunner,
  ) {
    refusals.register(operationsRefusals);
  }

  @Get()
  @ApiOperation({ summary: 'Every read model: where it stands, how far it is behind, and whether it is being rebuilt.' })
  @ApiOkResponse({ type: ProjectionsResponse })
  list() {
    return allow({ items: this.runner.status().map(shownProjection) });
  }

  @Post(':name/rebuild')
  @HttpCode(200)
  @ApiOperation({ summary: 'Fill a read model anew beside the one that is read, and swap it in; it goes on being read meanwhile.' })
  @ApiParam({ name: 'name', description: 'Name of the read model.', example: 'sent_messages' })
  @ApiOkResponse({ type: ProjectionResponse })
  async rebuild(@Param('name') name: string) {
    const status = await this.runner.beginRebuild(name);
    return status === undefined ? refuse('no-such-projection', { field: 'name' }) : allow(shownProjection(status));
  }
}
