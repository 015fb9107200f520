/**
 * A place in the log of one event store, as an opaque token that names its store (`sqlite-7f3a:42`).
 * Only the store that made it may parse or compare it.
 */
export type Position = string;
