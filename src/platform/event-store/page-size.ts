const largestPage = 500;

/** Events of one page: what was asked for, at least 1, at most 500. */
export function pageSizeOf(limit: number | undefined): number {
  return limit === undefined ? largestPage : Math.max(1, Math.min(largestPage, Math.trunc(limit)));
}
