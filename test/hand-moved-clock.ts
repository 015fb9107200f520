import { jest } from '@jest/globals';
import { systemClock } from '#platform/system/system-clock.js';

/** The service's own clock, which stands still until a spec moves it. */
export class HandMovedClock {
  private time = new Date('2026-03-02T08:00:00.000Z');
  private readonly moved = jest.spyOn(systemClock, 'now').mockImplementation(() => this.time);

  now(): Date {
    return this.time;
  }

  later(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }

  /** Time passes by itself again. */
  letGo(): void {
    this.moved.mockRestore();
  }
}
