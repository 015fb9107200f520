import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Caller } from '#platform/http/asked.js';
import type { Page } from '#platform/http/page.js';

export interface SubsidiaryView {
  readonly subsidiaryId: string;
  readonly name: string;
  readonly tag: string;
  /** R24: what the redirect on the company's own mail server points to. */
  readonly redirectTarget: string;
  readonly externalId?: string;
  readonly closed: boolean;
}

/** In the order of their registration; a token limited to some sees no other. */
export class ListSubsidiaries extends Query<Outcome<Page<SubsidiaryView>, 'not-found' | 'cursor-invalid'>> {
  constructor(
    readonly caller: Pick<Caller, 'companyId' | 'subsidiaries'>,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor?: Position,
  ) {
    super();
  }
}
