/** What a spec reads of an answer: any field of these contexts' answers, absent where it has none. */
export interface Answer {
  readonly status: number;
  readonly etag: unknown;
  readonly retryAfter: unknown;
  readonly body: Body;
}

interface Body {
  readonly type?: string;
  readonly reason?: string;
  readonly position?: string;
  readonly revision?: number;
  readonly companyId: string;
  readonly subsidiaryId: string;
  readonly employeeId: string;
  readonly candidateId: string;
  readonly applicationId: string;
  readonly warnings?: readonly { readonly warning: string; readonly candidateIds: readonly string[] }[];
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next?: string;
  readonly [field: string]: unknown;
}
