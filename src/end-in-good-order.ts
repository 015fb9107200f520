import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataDirectory } from './platform/data-directory/data-directory.js';
import { errorForLog } from './platform/observability/error-for-log.js';

/** Requests in flight may finish within this; then their connections are cut, or one slow client would keep the stores open. */
const requestsMs = 5_000;
/** Everything may finish within this; whatever is cut off is as after a crash. */
const graceMs = 10_000;

/** SIGTERM and SIGINT: stop accepting, finish what is in flight, close the stores, let go of the data directory. */
export function endInGoodOrder(app: NestFastifyApplication, directory: DataDirectory): void {
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
    setTimeout(() => {
      app.getHttpServer().closeAllConnections();
    }, requestsMs).unref();
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
