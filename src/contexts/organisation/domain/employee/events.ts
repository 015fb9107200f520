import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';

export type EmployeeRegistered = DomainEvent<
  'EmployeeRegistered',
  {
    readonly keyId: string;
    readonly name: Personal<string>;
    readonly addresses: Personal<readonly string[]>;
    /** What the platform calls the person. */
    readonly externalId?: Personal<string>;
  }
>;

/** Only what became different. */
export type EmployeeChanged = DomainEvent<
  'EmployeeChanged',
  { readonly name?: Personal<string>; readonly addresses?: Personal<readonly string[]> }
>;

export type EmployeeLeft = DomainEvent<'EmployeeLeft'>;

export type EmployeeLater = EmployeeChanged | EmployeeLeft;
export type EmployeeEvent = EmployeeRegistered | EmployeeLater;
