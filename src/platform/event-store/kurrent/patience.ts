/** How long the server is waited for, in milliseconds. */
export interface Patience {
  /** An append; a read, from its first try to its first event, and from each event to the next. */
  readonly callMs: number;
  /** From the start of a subscription to the server's confirmation. */
  readonly subscriptionStartMs: number;
}

export const usualPatience: Patience = { callMs: 5_000, subscriptionStartMs: 10_000 };
