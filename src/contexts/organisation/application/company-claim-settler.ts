import { Inject, Injectable } from '@nestjs/common';
import { ToDos } from '#platform/to-dos/to-do.js';
import { CompanyNames } from './company-names.js';
import { companyClaimsToSettle } from './to-dos/company-claims-to-settle.to-do.js';

/** Releases what a crash left claimed without a company, so that the platform's name can be used. */
@Injectable()
export class CompanyClaimSettler {
  constructor(names: CompanyNames, @Inject(ToDos) toDos: ToDos) {
    toDos.register(companyClaimsToSettle(({ streamId }) => names.settle(streamId)));
  }
}
