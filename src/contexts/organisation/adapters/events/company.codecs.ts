import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type * as Fact from '../../domain/company/events.js';

export const companyCodecs: Codecs<Fact.CompanyEvent> = {
  CompanyRegistered: codec(
    'company.registered',
    storedFields<Fact.CompanyRegistered['data']>({ slug: true, name: true, languages: true, timeZone: true, externalId: true }),
  ),
  SubsidiaryRegistered: codec(
    'company.subsidiary-registered',
    storedFields<Fact.SubsidiaryRegistered['data']>({ subsidiaryId: true, name: true, tag: true, externalId: true }),
  ),
  SubsidiaryRenamed: codec('company.subsidiary-renamed', storedFields<Fact.SubsidiaryRenamed['data']>({ subsidiaryId: true, name: true })),
  SubsidiaryClosed: codec('company.subsidiary-closed', storedFields<Fact.SubsidiaryClosed['data']>({ subsidiaryId: true })),
};
