import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Observable } from 'rxjs';
import type { RequestForAsking } from './access/request-for-asking.js';
import { type FieldError, InputInvalid } from './input-invalid.js';

const most = 20;

/**
 * Fields that a route does not read are refused like unknown fields of one that reads some: passed over in silence, a misspelt or misplaced
 * one would look obeyed. What is public is left alone, because probes add to their queries what they like.
 */
@Injectable()
export class NothingUnread implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestForAsking>();
    if (request.asked === undefined) return next.handle();
    const unread = [
      ...(reads(context, RouteParamtypes.BODY) ? [] : unreadOf(request.body)),
      ...(reads(context, RouteParamtypes.QUERY) ? [] : unreadOf(request.query)),
    ];
    if (unread.length === 0) return next.handle();
    throw new InputInvalid(unread.slice(0, most));
  }
}

function unreadOf(input: unknown): readonly FieldError[] {
  if (input === undefined || input === null) return [];
  if (typeof input !== 'object' || Array.isArray(input))
    return [{ field: 'body', message: 'nothing, or an object without fields, is wanted' }];
  return fieldsOf(input).map((field) => ({ field: field.slice(0, 80), message: 'unknown field' }));
}

function fieldsOf(input: unknown): readonly string[] {
  return typeof input === 'object' && input !== null ? Object.keys(input) : [];
}

/** Nest notes what a handler takes under `<kind>:<index>`. */
function reads(context: ExecutionContext, kind: RouteParamtypes): boolean {
  const taken: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return fieldsOf(taken).some((each) => each.startsWith(`${String(kind)}:`));
}
