import { existsSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { showStart } from './first-start-screen.js';
import type { Config } from './platform/config/config.js';
import { readConfig } from './platform/config/read-config.js';
import { DataDirectory } from './platform/data-directory/data-directory.js';
import { layoutOf } from './platform/data-directory/data-directory-layout.js';
import { httpApplication } from './platform/http/http-application.js';
import { errorForLog } from './platform/observability/error-for-log.js';
import { randomIds } from './platform/system/random-ids.js';
import { endInGoodOrder } from './end-in-good-order.js';
import { tellWhyNot } from './tell-why-not.js';

/** Configuration, data directory, stores and vault, what is derived and owed, SMTP, HTTP: each only when the one before it stands. */
export async function startService(environment: NodeJS.ProcessEnv): Promise<void> {
  endOnUnownedFailure();
  try {
    const config = readConfig(environment);
    const firstStart = !existsSync(layoutOf(config.dataDirectory).vault);
    const directory = await DataDirectory.hold(config.dataDirectory);
    const app = await listening(config, directory);
    endInGoodOrder(app, directory);
    showStart(config, directory.layout, firstStart);
  } catch (error) {
    tellWhyNot(error);
    process.exit(1);
  }
}

async function listening(config: Config, { layout }: DataDirectory): Promise<NestFastifyApplication> {
  const app = await httpApplication(AppModule.forRoot(config, layout), config, () => randomIds.next());
  await app.init();
  await app.listen(config.http.port, config.http.host);
  return app;
}

/** A promise without an owner is a fault of ours: what it left behind is as after a crash, which the next start can mend. */
function endOnUnownedFailure(): void {
  const end = (error: unknown) => {
    new Logger('Service').fatal(errorForLog(error), 'A failure that nobody owns: the service ends.');
    process.exit(1);
  };
  process.on('unhandledRejection', end);
  process.on('uncaughtException', end);
}
