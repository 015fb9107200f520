export { OrganisationModule } from '../organisation.module.js';
export type { CompanyEvent } from '../domain/company/events.js';
export type { EmployeeEvent } from '../domain/employee/events.js';
export { operatorSlug, Organisation, type CompanyFacts, type EmployeeFacts } from './organisation.js';
