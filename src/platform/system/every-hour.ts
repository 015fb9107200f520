import { setTimeout as passed } from 'node:timers/promises';
import { faultOf } from '../data-directory/fault.js';

const everyMs = 60 * 60_000;

/** Does `work` every hour, for the first time after an hour, until `signal` is aborted. One that fails is told, and the next hour tries again. Holds no process up. */
export async function everyHour(work: () => Promise<void>, failed: (message: string) => void, signal: AbortSignal): Promise<void> {
  while (await waited(signal)) {
    try {
      await work();
    } catch (error) {
      failed(faultOf(error).message);
    }
  }
}

/** Whether the hour passed; false when `signal` is aborted meanwhile. */
async function waited(signal: AbortSignal): Promise<boolean> {
  try {
    await passed(everyMs, undefined, { ref: false, signal });
    return true;
  } catch (error) {
    if (faultOf(error).code === 'ABORT_ERR') return false;
    throw error;
  }
}
