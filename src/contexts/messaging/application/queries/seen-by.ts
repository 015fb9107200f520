import type { Caller } from '#platform/http/asked.js';

/** What a caller's token lets a list show. */
export function seenBy({ companyId, subsidiaries }: Caller) {
  return { companyId, subsidiaries };
}
