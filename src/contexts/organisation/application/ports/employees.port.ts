import type { Streams } from '#platform/event-store/streams.js';
import type { Employee } from '../../domain/employee/employee.js';
import type { EmployeeLater, EmployeeRegistered } from '../../domain/employee/events.js';

export type Employees = Streams<Employee, EmployeeRegistered, EmployeeLater>;
export const Employees = Symbol('Employees');
