import { Query } from '@nestjs/cqrs';
import type { Position } from '#kernel/position.js';
import type { Outcome } from '#kernel/outcome.js';

/** `type` and `version` say what the other facts mean. */
export interface ChangeTold {
  readonly type: string;
  readonly version: number;
  /** UTC, ISO 8601. */
  readonly at: string;
}

export interface ChangesPage {
  readonly items: readonly ChangeTold[];
  /** Where to go on, also when there is nothing yet. */
  readonly next: string;
  /** Whether more is there already. */
  readonly more: boolean;
}

export interface ChangesWanted {
  readonly companyId: string;
  readonly after?: string;
  readonly limit: number;
  readonly waitFor?: Position;
}

/** What happened in a company, for a platform that polls. */
export class ListChanges extends Query<Outcome<ChangesPage, 'cursor-invalid'>> {
  constructor(readonly wanted: ChangesWanted) {
    super();
  }
}
