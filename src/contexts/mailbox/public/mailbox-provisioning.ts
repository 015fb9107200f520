import type { Cause } from '#platform/event-store/streams.js';

/** R8: asked by the organisation as soon as a company is registered. */
export interface MailboxProvisioning {
  /** Makes the company's mailbox unless it is there; an outage is an exception, and asking again does no harm. */
  provision(slug: string, cause: Cause): Promise<void>;
}
export const MailboxProvisioning = Symbol('MailboxProvisioning');
