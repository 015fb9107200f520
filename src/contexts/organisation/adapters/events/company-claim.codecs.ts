import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/company-claim/events.js';

export const companyClaimCodecs: Codecs<Fact.CompanyClaimLater> = {
  CompanyClaimed: codec('company-claim.claimed', storedFields<Fact.CompanyClaimed['data']>({ companyId: true, registrationId: true })),
  CompanyClaimReleased: codec('company-claim.released', storedFields<Fact.CompanyClaimReleased['data']>({ registrationId: true })),
};
