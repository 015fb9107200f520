import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Refused } from '../problems/refused.js';
import { isOutcome } from './is-outcome.js';

/**
 * Makes of what a handler answers what leaves: the value of an `Outcome` with `ETag` and `Poststelle-Position`, or its refusal. The status of
 * a success is the route's own (`@HttpCode`; 201 for a POST, 200 else).
 */
@Injectable()
export class AnswersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => told(answer, reply)));
  }
}

function told(answer: unknown, reply: FastifyReply): unknown {
  if (!isOutcome(answer)) return withHeaders(answer, reply);
  if (answer.ok) return withHeaders(answer.value, reply);
  throw new Refused(answer.refusal);
}

function withHeaders(value: unknown, reply: FastifyReply): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('revision' in value && (typeof value.revision === 'bigint' || typeof value.revision === 'number'))
    void reply.header('etag', `"${value.revision.toString()}"`);
  if ('position' in value && typeof value.position === 'string') void reply.header('poststelle-position', value.position);
  return value;
}
