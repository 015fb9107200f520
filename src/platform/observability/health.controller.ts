import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/public.js';
import { HealthResponse, ReadinessResponse } from './health.response.js';
import { ReadinessChecks } from './readiness-checks.js';

@ApiTags('operations')
@Controller()
@Public()
@SkipThrottle()
export class HealthController {
  constructor(@Inject(ReadinessChecks) private readonly readiness: ReadinessChecks) {}

  @Get('healthz')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiOkResponse({ type: HealthResponse })
  healthy() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @ApiOperation({ summary: 'Whether every part works; 503 with a sentence for each that does not' })
  @ApiOkResponse({ type: ReadinessResponse })
  @ApiServiceUnavailableResponse({ description: 'Some part does not work.', type: ReadinessResponse })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const parts = await this.readiness.ask();
    const ready = parts.every(({ wrong }) => wrong === undefined);
    // Sent here, because Nest would set the status of the route.
    await reply.status(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not-ready',
      parts: parts.map(({ part, wrong }) => ({ part, state: wrong ?? 'ok' })),
    });
  }
}
