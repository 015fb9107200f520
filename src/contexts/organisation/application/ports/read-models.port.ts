import type { ReadModel } from '#platform/projections/projection.js';
import type { EmployeeAddressesTables } from '../projections/employee-addresses.projection.js';
import type { EmployeesTables } from '../projections/employees.projection.js';
import type { SubsidiariesTables } from '../projections/subsidiaries.projection.js';

export type SubsidiaryRows = ReadModel<SubsidiariesTables>;
export const SubsidiaryRows = Symbol('SubsidiaryRows');

export type EmployeeRows = ReadModel<EmployeesTables>;
export const EmployeeRows = Symbol('EmployeeRows');

export type EmployeeAddressRows = ReadModel<EmployeeAddressesTables>;
export const EmployeeAddressRows = Symbol('EmployeeAddressRows');
