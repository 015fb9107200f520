import type { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { EventStore } from '#platform/event-store/event-store.port.js';
import { recordedStreams } from '#platform/event-store/recorded-streams.js';
import { companyCodecs } from './adapters/events/company.codecs.js';
import { companyClaimCodecs } from './adapters/events/company-claim.codecs.js';
import { companyCalled } from './application/company-called.js';
import { idOf } from './application/named-ids.js';
import { company } from './domain/company/company.js';
import { companyClaim } from './domain/company-claim/company-claim.js';
import type { Organisation } from './public/organisation.js';

export type RecordedOrganisation = Pick<Organisation, 'companyId' | 'company' | 'subsidiaryId'>;

/** Who is registered, by the log alone. */
export function recordedOrganisation(log: Pick<EventStore, 'readStream'>, keys: DataKeys): RecordedOrganisation {
  const companies = recordedStreams(log, keys, company, companyCodecs);
  const claims = recordedStreams(log, keys, companyClaim, companyClaimCodecs);
  return {
    companyId: (idOrExternal) => companyCalled(idOrExternal, { claims, companies, keys }),
    company: async (companyId) => {
      const found = await companies.load(companyId, companyId);
      return found && { companyId, ...found.state };
    },
    subsidiaryId: (companyId, idOrExternal) => idOf(keys, companyId, 'subsidiary', idOrExternal),
  };
}
