import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { candidateCodecs } from './candidate.codecs.js';

const keyId = 'candidate-6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f';
const applicationId = '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6';
const at = '2026-03-01T12:00:00.000Z';

goldenCodecs('candidate', candidateCodecs, {
  CandidateRegistered: { keyId, name: Personal.under(keyId, 'Anna Beispiel'), externalId: Personal.under(keyId, 'applicant-4711') },
  AddressAdded: { address: Personal.under(keyId, 'anna@home.example') },
  AddressRemoved: { address: Personal.under(keyId, 'anna@home.example') },
  ApplicationOpened: {
    applicationId,
    job: 'Cook',
    department: 'Kitchen',
    subsidiaryId: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11',
    externalId: Personal.under(keyId, 'application-815'),
  },
  ApplicationRejected: { applicationId, at },
  ApplicationWithdrawn: { applicationId, at },
  ApplicationHired: { applicationId, at },
  ApplicationReopened: { applicationId },
});
