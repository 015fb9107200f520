import { Inject, Injectable } from '@nestjs/common';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { externalIdentity, idBehind, idFromCommand } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';

/** The ids of candidates: from the caller's own id, so that its second use meets the first profile (S32), else from the command. */
@Injectable()
export class CandidateIds {
  constructor(@Inject(DataKeys) private readonly keys: DataKeys) {}

  async resolve(companyId: string, idOrExternal: string): Promise<string> {
    return idBehind(this.keys, companyId, 'candidate', idOrExternal);
  }

  async fresh(cause: Cause, externalId: string | undefined): Promise<string> {
    if (externalId === undefined) return idFromCommand(cause.commandId, 'candidate');
    return externalIdentity(this.keys, cause.companyId, 'candidate', externalId);
  }
}
