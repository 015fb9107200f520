import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import type { RequestForAsking } from '../access/request-for-asking.js';
import { Refused } from '../problems/refused.js';

/**
 * A command that comes again while the first is at work is told to wait (409 `still-running`): deciding it beside the first could touch the
 * world twice. Across processes the stream's revision and the command id in its metadata do the same.
 */
@Injectable()
export class RunningCommandsInterceptor implements NestInterceptor {
  private readonly running = new Set<string>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { asked, method } = context.switchToHttp().getRequest<RequestForAsking>();
    if (asked === undefined || method === 'GET' || method === 'HEAD') return next.handle();
    const { commandId } = asked.cause;
    if (this.running.has(commandId)) throw new Refused({ reason: 'still-running' }, { 'retry-after': '1' });
    this.running.add(commandId);
    return next.handle().pipe(finalize(() => this.running.delete(commandId)));
  }
}
