import type { Personal } from '#kernel/personal.js';

export interface Application {
  readonly applicationId: string;
  readonly job: string;
  readonly department?: string;
  readonly subsidiaryId?: string;
  readonly externalId?: Personal<string>;
  readonly standing: Standing;
}

/** Where an application stands; all but the open one say since when, UTC ISO 8601. */
export type Standing = { readonly is: 'open' } | { readonly is: 'rejected' | 'withdrawn' | 'hired'; readonly since: string };
