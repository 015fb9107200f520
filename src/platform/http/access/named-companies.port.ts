/** Turns what the platform calls a company (`external:<id>`) into the company's own id, before it is compared with anybody's token. */
export interface NamedCompanies {
  /** An id of ours as it is; `undefined` where no company has that name. */
  companyId(idOrExternal: string): Promise<string | undefined>;
}
export const NamedCompanies = Symbol('NamedCompanies');
