import type { Clock } from '#kernel/clock.js';

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() };
