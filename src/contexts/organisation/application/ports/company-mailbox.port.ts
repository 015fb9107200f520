import type { Cause } from '#platform/event-store/streams.js';

/** The recruiting mailbox that comes with every company (R8). */
export interface CompanyMailbox {
  /** Makes it for the company of the cause, unless it is there. */
  provide(slug: string, cause: Cause): Promise<void>;
  /** R24: what a redirect points to, told apart by the subsidiary's tag. */
  redirectTarget(slug: string, tag: string): string;
}
export const CompanyMailbox = Symbol('CompanyMailbox');
