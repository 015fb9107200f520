import { HttpException } from '@nestjs/common';
import type { Refusal } from '#kernel/outcome.js';
import { ForeignPosition, OutcomeUnknown, StoreUnreachable } from '../../event-store/event-store.port.js';
import { ReadModelBehind } from '../../projections/projection.js';
import { InputInvalid, type FieldError } from '../input-invalid.js';
import type { EdgeReason } from './edge.refusals.js';
import { Refused } from './refused.js';

export interface Told {
  readonly refusal: Refusal;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an exception is told as; `undefined` for a fault of ours, which is told without a word about its cause. */
export function refusalOf(exception: unknown): Told | undefined {
  if (exception instanceof Refused) return exception;
  if (exception instanceof InputInvalid) return { ...edge('input-invalid'), errors: exception.errors };
  if (exception instanceof ReadModelBehind) return { ...edge('read-model-behind'), headers: { 'retry-after': '2' } };
  if (exception instanceof ForeignPosition) return { refusal: { reason: 'position-unknown', field: 'waitFor' } };
  if (exception instanceof OutcomeUnknown) return { ...edge('outcome-unknown'), headers: { 'retry-after': '5' } };
  if (exception instanceof StoreUnreachable) return { ...edge('event-store-unreachable'), headers: { 'retry-after': '5' } };
  // The handler goes on without anybody to answer to.
  if (codeOf(exception) === 'FST_ERR_HANDLER_TIMEOUT') return { ...edge('outcome-unknown'), headers: { 'retry-after': '5' } };
  const reason = byStatus.get(statusOf(exception) ?? 500);
  return reason === undefined ? undefined : edge(reason);
}

/** What Fastify and Nest refuse by themselves: no route, an unreadable body, a stopping server. */
const byStatus: ReadonlyMap<number, EdgeReason> = new Map<number, EdgeReason>([
  [400, 'malformed-request'],
  [404, 'no-such-route'],
  [413, 'body-too-large'],
  [414, 'uri-too-long'],
  [415, 'media-type-unsupported'],
]);

function statusOf(exception: unknown): number | undefined {
  if (exception instanceof HttpException) return exception.getStatus();
  // A Fastify error that reached us unmapped; another library's error that happens to have a status is a fault.
  if (!codeOf(exception).startsWith('FST_') || !(exception instanceof Error) || !('statusCode' in exception)) return undefined;
  return typeof exception.statusCode === 'number' ? exception.statusCode : undefined;
}

function codeOf(exception: unknown): string {
  return exception instanceof Error && 'code' in exception && typeof exception.code === 'string' ? exception.code : '';
}

function edge(reason: EdgeReason): { readonly refusal: Refusal } {
  return { refusal: { reason } };
}
