import type { Aggregate } from '#kernel/aggregate.js';
import type { Personal } from '#kernel/personal.js';
import type { EmployeeLater, EmployeeRegistered } from './events.js';

export interface Employee {
  readonly keyId: string;
  readonly name: Personal<string>;
  readonly addresses: Personal<readonly string[]>;
  readonly externalId?: Personal<string>;
  readonly left: boolean;
}

export const employee: Aggregate<Employee, EmployeeRegistered, EmployeeLater> = {
  category: 'employee',

  create: ({ data }) => ({ ...data, left: false }),

  evolve(state, event) {
    switch (event.type) {
      case 'EmployeeChanged':
        return { ...state, ...event.data };
      case 'EmployeeLeft':
        return { ...state, left: true };
    }
  },
};
