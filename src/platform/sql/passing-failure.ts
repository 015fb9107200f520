/** SQLite result codes, PostgreSQL classes and system errors that say something about the moment, not about the statement. */
const passingCodes = [
  /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|NOMEM|PROTOCOL|INTERRUPT|READONLY)/,
  /^(08|40|53|55P03|57)/,
  /^E(IO|NOSPC|MFILE|NFILE|AGAIN|BUSY|CONNREFUSED|CONNRESET|TIMEDOUT|PIPE)$/,
];

/** Whether the same statement may well succeed later: a busy, full or failing disk, a lost connection. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  const { code } = error;
  return passingCodes.some((form) => form.test(code));
}
