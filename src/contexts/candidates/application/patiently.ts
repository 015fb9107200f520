import { setTimeout as pause } from 'node:timers/promises';
import { jittered } from '#platform/event-store/patient-append.js';

/** Milliseconds before each further look; together below what a caller over HTTP waits. */
const pauses = [10, 20, 40, 80, 160, 320, 640, 1_280];

/** Looks again while somebody else is at it; `undefined` where that one does not come to an end. */
export async function patiently<Seen>(look: () => Promise<Seen | undefined>): Promise<Seen | undefined> {
  for (const wait of pauses) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(jittered(wait));
  }
  return look();
}
