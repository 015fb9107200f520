import { Inject, Injectable } from '@nestjs/common';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { externalIdentity, idFromCommand } from '#platform/event-store/identity.js';
import type { Cause } from '#platform/event-store/streams.js';

const prefix = 'external:';

/** What the caller called it, of `external:<the caller's own id>`; `undefined` where it is an id of ours. */
export function externalIdIn(idOrExternal: string): string | undefined {
  return idOrExternal.startsWith(prefix) ? idOrExternal.slice(prefix.length) : undefined;
}

/** The ids of candidates: from the caller's own id, so that its second use meets the first profile (S32), else from the command. */
@Injectable()
export class CandidateIds {
  constructor(@Inject(DataKeys) private readonly keys: DataKeys) {}

  async resolve(companyId: string, idOrExternal: string): Promise<string> {
    const externalId = externalIdIn(idOrExternal);
    return externalId === undefined ? idOrExternal : externalIdentity(this.keys, companyId, 'candidate', externalId);
  }

  async fresh(cause: Cause, externalId: string | undefined): Promise<string> {
    if (externalId === undefined) return idFromCommand(cause.commandId, 'candidate');
    return externalIdentity(this.keys, cause.companyId, 'candidate', externalId);
  }
}
