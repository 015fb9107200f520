import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { EventStore } from '../event-store/event-store.port.js';
import type { RequestForAsking } from './access/request-for-asking.js';

/** A `waitFor` of another store is 400 `position-unknown` everywhere, where streams are read and nothing is waited for too. */
@Injectable()
export class KnownPosition implements NestInterceptor {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<RequestForAsking>();
    if (typeof query === 'object' && query !== null && 'waitFor' in query) this.refuseForeign(query.waitFor);
    return next.handle();
  }

  private refuseForeign(waitFor: unknown): void {
    // Other forms are told by the validation of the query; "" waits for nothing.
    if (typeof waitFor !== 'string' || waitFor === '' || waitFor.length > 200) return;
    // Throws ForeignPosition.
    this.store.compare(waitFor, waitFor);
  }
}
