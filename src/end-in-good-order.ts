import { type INestApplicationContext, Logger } from '@nestjs/common';
import type { DataDirectory } from './platform/data-directory/data-directory.js';
import { errorForLog } from './platform/observability/error-for-log.js';

/** What is in flight may finish within this; whatever is cut off is as after a crash. */
const graceMs = 10_000;

/** SIGTERM and SIGINT: stop accepting, finish what is in flight, close the stores, let go of the data directory. */
export function endInGoodOrder(app: INestApplicationContext, directory: DataDirectory): void {
  const log = new Logger('Service');
  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    log.log(`${signal}: stopping.`);
    setTimeout(() => {
      log.warn('Not everything had ended in time; the rest is cut off.');
      process.exit(1);
    }, graceMs).unref();
    try {
      await app.close();
      directory.release();
      log.log('Stopped.');
      process.exit(0);
    } catch (error) {
      log.error(errorForLog(error), 'Not everything ended in good order.');
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
}
