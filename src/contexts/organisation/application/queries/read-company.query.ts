import { Query } from '@nestjs/cqrs';
import type { Outcome } from '#kernel/outcome.js';

export interface CompanyView {
  readonly companyId: string;
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly externalId?: string;
  readonly revision: bigint;
}

export class ReadCompany extends Query<Outcome<CompanyView, 'not-found'>> {
  constructor(readonly companyId: string) {
    super();
  }
}
