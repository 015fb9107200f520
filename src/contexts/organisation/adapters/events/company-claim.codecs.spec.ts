import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { companyClaimCodecs } from './company-claim.codecs.js';

const registrationId = '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6';

goldenCodecs('company-claim', companyClaimCodecs, {
  CompanyClaimed: { companyId: '0b7e3f0c-52c4-5a86-9a38-8f0f6b1b1a55', registrationId },
  CompanyClaimReleased: { registrationId },
});
