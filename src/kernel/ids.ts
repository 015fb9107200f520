/** The one source of fresh identifiers and unguessable tokens. */
export interface Ids {
  /** A UUIDv7: unique, roughly ordered by time, says nothing about what it names. */
  next(): string;
  /** 80 random bits as 16 lower-case base32 characters, for addresses that must not be guessed. */
  token(): string;
}
export const Ids = Symbol('Ids');
