import { accept } from '#kernel/decision.js';
import type { Employee } from './employee.js';
import type { EmployeeLeft } from './events.js';

/** From now on the person's forwards prove nothing; leaving twice is once. */
export function recordLeaving(employee: Employee) {
  return employee.left ? accept<EmployeeLeft>() : accept<EmployeeLeft>({ type: 'EmployeeLeft', data: {} });
}
