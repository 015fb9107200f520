import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { applicationClaimCodecs } from './application-claim.codecs.js';

const applicationId = '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6';

goldenCodecs('application-claim', applicationClaimCodecs, {
  ApplicationClaimed: { candidateId: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f', applicationId },
  ApplicationClaimReleased: { applicationId },
});
