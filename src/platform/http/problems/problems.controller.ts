import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel/decision.js';
import { Public } from '../public.js';
import { RefusalRegistry } from './refusal-registry.js';

/** What stands behind the `type` of every problem. */
@ApiTags('problems')
@Controller('problems')
@Public()
export class ProblemsController {
  constructor(@Inject(RefusalRegistry) private readonly refusals: RefusalRegistry) {}

  @Get()
  @ApiOperation({ summary: 'Every reason that this service refuses with, its status and its meaning' })
  all() {
    return { items: this.refusals.all() };
  }

  @Get(':reason')
  @ApiOperation({ summary: 'What one reason means' })
  one(@Param('reason') reason: string) {
    const text = this.refusals.find(reason);
    return text === undefined ? refuse('not-found') : { reason, ...text };
  }
}
