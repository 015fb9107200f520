import { externalIdentity, idBehind, idFromCommand } from '#platform/event-store/identity.js';
import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Cause } from '#platform/event-store/streams.js';

type Named = 'employee' | 'subsidiary';

/** The id behind an id, or behind `external:<the caller's own id>`. */
export async function idOf(keys: DataKeys, companyId: string, named: Named, idOrExternal: string): Promise<string> {
  return idBehind(keys, companyId, named, idOrExternal);
}

/** The id of what a command makes: from the caller's own id, so that its second use meets the first one, else from the command. */
export async function newIdOf(keys: DataKeys, cause: Cause, named: Named, externalId: string | undefined): Promise<string> {
  return externalId === undefined ? idFromCommand(cause.commandId, named) : externalIdentity(keys, cause.companyId, named, externalId);
}
