/** The one source of time. Stored in UTC with milliseconds; ordering is by position, never by time. */
export interface Clock {
  now(): Date;
}
export const Clock = Symbol('Clock');
