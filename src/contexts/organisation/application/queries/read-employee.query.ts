import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';

export interface EmployeeView {
  readonly employeeId: string;
  /** `null` once the person's data are erased. */
  readonly name: string | null;
  readonly addresses: readonly string[];
  readonly externalId?: string;
  readonly left: boolean;
  readonly revision: bigint;
}

export class ReadEmployee extends Query<Outcome<EmployeeView, 'not-found'>> {
  constructor(
    readonly companyId: string,
    /** Or `external:<the caller's own id>`. */
    readonly employeeId: string,
  ) {
    super();
  }
}
