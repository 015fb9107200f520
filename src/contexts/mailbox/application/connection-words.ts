/** The data key of what servers said to a mailbox, and to whom its tests went: personal, and the mailbox's own. */
export function wordsKeyOf(mailboxId: string): string {
  return `connection-words-${mailboxId}`;
}
