/** Of each subsidiary. */
export function subsidiaryMailboxPath(below = ''): string {
  return `companies/:companyId/subsidiaries/:subsidiaryId/mailbox${below}`;
}

/** The same routes for the company's own mailbox and for that of each subsidiary. */
export function mailboxPaths(below = ''): string[] {
  return [`companies/:companyId/mailbox${below}`, subsidiaryMailboxPath(below)];
}
