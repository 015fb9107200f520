import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/candidate/events.js';

export const candidateCodecs: Codecs<Fact.CandidateEvent> = {
  CandidateRegistered: codec(
    'candidate.registered',
    storedFields<Fact.CandidateRegistered['data']>({ keyId: true, name: true, externalId: true }),
  ),
  AddressAdded: codec('candidate.address-added', storedFields<Fact.AddressAdded['data']>({ address: true })),
  AddressRemoved: codec('candidate.address-removed', storedFields<Fact.AddressRemoved['data']>({ address: true })),
  ApplicationOpened: codec(
    'candidate.application-opened',
    storedFields<Fact.ApplicationOpened['data']>({
      applicationId: true,
      job: true,
      department: true,
      subsidiaryId: true,
      externalId: true,
    }),
  ),
  ApplicationRejected: codec(
    'candidate.application-rejected',
    storedFields<Fact.ApplicationRejected['data']>({ applicationId: true, at: true }),
  ),
  ApplicationWithdrawn: codec(
    'candidate.application-withdrawn',
    storedFields<Fact.ApplicationWithdrawn['data']>({ applicationId: true, at: true }),
  ),
  ApplicationHired: codec('candidate.application-hired', storedFields<Fact.ApplicationHired['data']>({ applicationId: true, at: true })),
  ApplicationReopened: codec('candidate.application-reopened', storedFields<Fact.ApplicationReopened['data']>({ applicationId: true })),
};
