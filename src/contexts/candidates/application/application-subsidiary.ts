import { Inject, Injectable } from '@nestjs/common';
import { allow, refuse } from '#kernel/decision.js';
import type { Cause } from '#platform/event-store/streams.js';
import type { SaidApplication } from '../domain/candidate/differences.js';
import { Organisation } from '../../organisation/public/organisation.js';

/** The subsidiary that an application names must be there, open, and one that the asker may see; none is the company itself, which a limited one may not name. */
@Injectable()
export class ApplicationSubsidiary {
  constructor(@Inject(Organisation) private readonly organisation: Organisation) {}

  /** The application with the subsidiary's own id, without asking whether an application may be there. */
  async resolved(application: SaidApplication, { companyId }: Pick<Cause, 'companyId'>): Promise<SaidApplication> {
    const { subsidiaryId: idOrExternal, ...rest } = application;
    if (idOrExternal === undefined) return rest;
    return { ...rest, subsidiaryId: await this.organisation.subsidiaryId(companyId, idOrExternal) };
  }

  async find({ companyId, subsidiaries }: Pick<Cause, 'companyId' | 'subsidiaries'>, idOrExternal: string | undefined) {
    const company = await this.organisation.company(companyId);
    if (company === undefined) return refuse('not-found');
    if (idOrExternal === undefined)
      return subsidiaries === undefined ? allow(undefined) : refuse('subsidiary-needed', { field: 'subsidiaryId' });
    const id = await this.organisation.subsidiaryId(companyId, idOrExternal);
    const subsidiary = company.subsidiaries.find(({ subsidiaryId }) => subsidiaryId === id);
    if (subsidiary === undefined || subsidiaries?.includes(id) === false) return refuse('subsidiary-not-found', { field: 'subsidiaryId' });
    if (subsidiary.closed) return refuse('subsidiary-closed', { field: 'subsidiaryId' });
    return allow(id);
  }
}
