import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../config/config.js';
import { errorForLog } from '../../observability/error-for-log.js';
import type { RefusalText } from '../refusals.js';
import { problem, type Problem } from './problem.js';
import { type Told, refusalOf } from './refusal-of.js';
import { RefusalRegistry } from './refusal-registry.js';

const internalError: Told = { refusal: { reason: 'internal-error' } };

/** Tells every refusal and every fault as problem details (RFC 9457); of a fault only the log learns the cause. */
@Catch()
@Injectable()
export class ProblemsFilter implements ExceptionFilter {
  private readonly log = new Logger('HTTP');

  constructor(
    @Inject(RefusalRegistry) private readonly refusals: RefusalRegistry,
    @Inject(Config) private readonly config: Config,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const told = this.told(exception);
    // The answer has begun to leave (a download): all that can be done is to cut it off, so that nobody takes it for whole.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const body = problem(told.refusal, this.textOf(told.refusal.reason), this.about(request), told.errors);
    for (const header of ['etag', 'content-disposition', 'content-length']) void reply.removeHeader(header);
    void reply
      .status(body.status)
      .headers({ ...retryAfter(body), ...told.headers })
      .type('application/problem+json')
      .send(JSON.stringify(body));
  }

  private told(exception: unknown): Told {
    const told = refusalOf(exception);
    if (told !== undefined) return told;
    this.log.error(errorForLog(exception), 'A request failed by a fault of the service.');
    return internalError;
  }

  private textOf(reason: string): RefusalText {
    const text = this.refusals.find(reason);
    if (text !== undefined) return text;
    this.log.error(`The refusal ${reason} is not registered; it is told without its meaning.`);
    return { status: 409, title: 'Refused', detail: `Refused: ${reason}.` };
  }

  private about(request: FastifyRequest) {
    return {
      baseUrl: this.config.http.publicUrl ?? '',
      correlationId: request.id,
      conditional: request.headers['if-match'] !== undefined,
    };
  }
}

/** RFC 9110, 10.2.3, as a date: a limit that knows when it ends says so to programs, too. */
function retryAfter({ status, facts }: Problem): Readonly<Record<string, string>> {
  const again = facts?.['again'];
  return status === 429 && typeof again === 'string' ? { 'retry-after': new Date(again).toUTCString() } : {};
}
