/** Whose address it is. */
export interface KnownRecipient {
  readonly companyId: string;
}

export interface RecipientDirectory {
  /**
   * Answers from what is written, never from a projection. `address` is as the client wrote it, perhaps without a domain. Throws where
   * nothing can be read: the client is told to come back (451), never that an address is unknown.
   */
  find(address: string): Promise<KnownRecipient | 'unknown'>;
}
export const RecipientDirectory = Symbol('RecipientDirectory');
