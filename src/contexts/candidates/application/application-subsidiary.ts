import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import { Organisation } from '../../organisation/public/organisation.js';

/** The subsidiary that an application names must be there and open; none is the company itself. */
@Injectable()
export class ApplicationSubsidiary {
  constructor(@Inject(Organisation) private readonly organisation: Organisation) {}

  async find(companyId: string, idOrExternal: string | undefined) {
    const company = await this.organisation.company(companyId);
    if (company === undefined) return refuse('not-found');
    if (idOrExternal === undefined) return allow(undefined);
    const id = await this.organisation.subsidiaryId(companyId, idOrExternal);
    const subsidiary = company.subsidiaries.find(({ subsidiaryId }) => subsidiaryId === id);
    if (subsidiary === undefined) return refuse('subsidiary-not-found', { field: 'subsidiaryId' });
    if (subsidiary.closed) return refuse('subsidiary-closed', { field: 'subsidiaryId' });
    return allow(id);
  }
}
