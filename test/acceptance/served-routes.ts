import type { FastifyInstance } from 'fastify';
import { AppModule } from '#app.module.js';
import { readConfig } from '#platform/config/read-config.js';
import { DataDirectory } from '#platform/data-directory/data-directory.js';
import { httpApplication } from '#platform/http/http-application.js';
import { randomIds } from '#platform/system/random-ids.js';

/** Served to everybody and no part of the API: the document leaves them out. */
export const publicPaths: ReadonlySet<string> = new Set(['GET /metrics']);

/** Every route that the whole service registers, such as `GET /api/v1/companies/{companyId}`, asked of the server itself. */
export async function servedRoutes(folder: string): Promise<readonly string[]> {
  const config = readConfig({ POSTSTELLE_DATA: folder, POSTSTELLE_SMTP_PORT: '0', POSTSTELLE_LOG_LEVEL: 'silent' });
  const directory = await DataDirectory.hold(config.dataDirectory);
  const app = await httpApplication(AppModule.forRoot(config, directory.layout), config, () => randomIds.next());
  const routes: string[] = [];
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push(`${each} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
  try {
    await app.init();
    return routes.filter((route) => !route.startsWith('HEAD '));
  } finally {
    await app.close();
    directory.release();
  }
}
