import type { CompanyEvent, EmployeeEvent } from '../../../organisation/public/index.js';
import { change } from '../../domain/changes/public-change.js';
import { type Changes, tells } from './changes.js';

/** Of the company, its subsidiaries and employees. */
export const organisationChanges: Changes<CompanyEvent | EmployeeEvent> = {
  CompanyRegistered: tells(() => change('company.registered')),
  SubsidiaryRegistered: tells(({ subsidiaryId }) => change('subsidiary.registered', { subsidiaryId })),
  SubsidiaryRenamed: tells(({ subsidiaryId }) => change('subsidiary.renamed', { subsidiaryId })),
  SubsidiaryClosed: tells(({ subsidiaryId }) => change('subsidiary.closed', { subsidiaryId })),
  EmployeeRegistered: tells((_, employeeId) => change('employee.registered', { employeeId })),
  EmployeeChanged: tells((_, employeeId) => change('employee.changed', { employeeId })),
  EmployeeLeft: tells((_, employeeId) => change('employee.left', { employeeId })),
};
