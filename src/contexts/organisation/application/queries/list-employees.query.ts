import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';
import type { Position } from '#kernel/position.js';
import type { Page } from '#platform/http/page.js';

export interface ListedEmployee {
  readonly employeeId: string;
  /** `null` once the person's data are erased. */
  readonly name: string | null;
  readonly left: boolean;
}

/** In the order of their registration. */
export class ListEmployees extends Query<Outcome<Page<ListedEmployee>, 'cursor-invalid'>> {
  constructor(
    readonly companyId: string,
    readonly page: { readonly cursor?: string; readonly limit: number },
    readonly waitFor?: Position,
  ) {
    super();
  }
}
