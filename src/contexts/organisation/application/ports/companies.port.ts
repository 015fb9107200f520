import type { Streams } from '#platform/event-store/streams.js';
import type { Company } from '../../domain/company/company.js';
import type { CompanyChanged, CompanyRegistered } from '../../domain/company/events.js';

export type Companies = Streams<Company, CompanyRegistered, CompanyChanged>;
export const Companies = Symbol('Companies');
