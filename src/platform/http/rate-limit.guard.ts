import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { RequestForAsking } from './access/request-for-asking.js';
import { Refused } from './problems/refused.js';

/** So many requests a minute for each token's subject, over all routes; without a token for each client address. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  protected override headerPrefix = 'RateLimit';

  protected override async getTracker(request: RequestForAsking): Promise<string> {
    return request.asked === undefined ? `client ${request.ip}` : `actor ${request.asked.caller.actor}`;
  }

  /** One count for all routes: the library counts each handler by itself. */
  protected override generateKey(_: ExecutionContext, tracker: string, name: string): string {
    return `${name} ${tracker}`;
  }

  protected override async throwThrottlingException(_: ExecutionContext, { timeToBlockExpire }: ThrottlerLimitDetail): Promise<void> {
    const retryAfter = Math.max(1, timeToBlockExpire);
    throw new Refused({ reason: 'too-many-requests', facts: { retryAfter } }, { 'retry-after': String(retryAfter) });
  }
}
