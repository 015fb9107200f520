import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { companyCodecs } from './company.codecs.js';

const subsidiaryId = 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11';

goldenCodecs('company', companyCodecs, {
  CompanyRegistered: { slug: 'acme', name: 'Acme GmbH', languages: ['de', 'en-GB'], timeZone: 'Europe/Berlin', externalId: 'tenant-7' },
  SubsidiaryRegistered: { subsidiaryId, name: 'Acme Nord GmbH', tag: 'nord', externalId: 'legal-entity-2' },
  SubsidiaryRenamed: { subsidiaryId, name: 'Acme Norden GmbH' },
  SubsidiaryClosed: { subsidiaryId },
});
