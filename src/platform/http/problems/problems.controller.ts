import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel/decision.js';
import { Public } from '../public.js';
import { ReasonResponse, ReasonsResponse } from './reasons.response.js';
import { RefusalRegistry } from './refusal-registry.js';

/** What stands behind the `type` of every problem. */
@ApiTags('problems')
@Controller('problems')
@Public()
export class ProblemsController {
  constructor(@Inject(RefusalRegistry) private readonly refusals: RefusalRegistry) {}

  @Get()
  @ApiOperation({ summary: 'Every reason that this service refuses with, its status and its meaning' })
  @ApiOkResponse({ type: ReasonsResponse })
  all() {
    return { items: this.refusals.all() };
  }

  @Get(':reason')
  @ApiOperation({ summary: 'What one reason means' })
  @ApiOkResponse({ type: ReasonResponse })
  one(@Param('reason') reason: string) {
    const text = this.refusals.find(reason);
    return text === undefined ? refuse('not-found') : { reason, ...text };
  }
}
