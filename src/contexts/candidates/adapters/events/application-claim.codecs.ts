import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/application-claim/events.js';

export const applicationClaimCodecs: Codecs<Fact.ApplicationClaimLater> = {
  ApplicationClaimed: codec(
    'application-claim.claimed',
    storedFields<Fact.ApplicationClaimed['data']>({ candidateId: true, applicationId: true }),
  ),
  ApplicationClaimReleased: codec(
    'application-claim.released',
    storedFields<Fact.ApplicationClaimReleased['data']>({ applicationId: true }),
  ),
};
