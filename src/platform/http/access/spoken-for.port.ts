/** Turns what a caller calls an employee (`external:<id>`) into the employee's own id, because metadata hold opaque ids only. */
export interface SpokenFor {
  employeeId(companyId: string, idOrExternal: string): Promise<string>;
}
export const SpokenFor = Symbol('SpokenFor');
