import { setTimeout as pause } from 'node:timers/promises';

/** Asks until `settled` says yes, then answers what was found; gives up with the last answer after `withinMs`. */
export async function eventually<Found>(ask: () => Promise<Found>, settled: (found: Found) => boolean, withinMs = 15_000): Promise<Found> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (settled(found)) return found;
    if (Date.now() > deadline)
      throw new Error(`Not so within ${String(withinMs)} ms; the last answer was ${JSON.stringify(found).slice(0, 2_000)}`);
    await pause(50);
  }
}
