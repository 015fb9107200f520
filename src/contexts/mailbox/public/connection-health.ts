/** What a server refused that it would refuse for every mail of the mailbox. */
export interface ConnectionFailure {
  /** Stable, for people and programs. */
  readonly reason: string;
  readonly stage: string;
  /** SMTP reply code with the enhanced one. */
  readonly code?: string;
  /** The server's own words, without any secret. */
  readonly words?: string;
}

/** What delivery tells a mailbox of its connection; of one that was changed meanwhile nothing is said. */
export interface ConnectionHealth {
  /** The mailbox needs attention, and its mail is held (decision "No silent fallback"). Saying it again changes nothing. */
  impaired(companyId: string, mailboxId: string, connectionId: string, failure: ConnectionFailure): Promise<void>;
  /** A mail has left over it. Saying it again changes nothing. */
  proven(companyId: string, mailboxId: string, connectionId: string): Promise<void>;
}
export const ConnectionHealth = Symbol('ConnectionHealth');
