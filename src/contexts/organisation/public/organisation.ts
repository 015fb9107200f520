import type { Position } from '#kernel/position.js';

export interface CompanyFacts {
  readonly companyId: string;
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly subsidiaries: readonly {
    readonly subsidiaryId: string;
    readonly tag: string;
    readonly name: string;
    readonly closed: boolean;
  }[];
}

export interface EmployeeFacts {
  readonly employeeId: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly left: boolean;
}

/** What other contexts may ask of the organisation. Read from streams, never from a projection, unless it says so. */
export interface Organisation {
  /** The id behind an id or the platform's own `external:<id>`; `undefined` where no company is called so. Whether an id's company is there is not looked up. */
  companyId(idOrExternal: string): Promise<string | undefined>;
  company(companyId: string): Promise<CompanyFacts | undefined>;
  employee(companyId: string, employeeId: string): Promise<EmployeeFacts | undefined>;
  /** A look-up over the projection, after it has reached `at`: registered employees with this address. */
  employeesByAddress(companyId: string, address: string, at: Position): Promise<readonly EmployeeFacts[]>;
  /** The id behind an id or the caller's own `external:<id>`; whether there is such a subsidiary is the company's word. */
  subsidiaryId(companyId: string, idOrExternal: string): Promise<string>;
  employeeId(companyId: string, idOrExternal: string): Promise<string>;
}
export const Organisation = Symbol('Organisation');

/** The id of a company, from its slug alone: its own stream is the slug's uniqueness. `operator` is reserved for postmaster@ and abuse@. */
export const operatorSlug = 'operator';
