import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { ServiceLog } from '../observability/service-log.js';
import { apiPrefix } from './api-document.js';
import { serveDocumentation } from './api-documentation.js';
import { fastifyServer } from './fastify-server.js';

/** The application over HTTP, wired and not yet listening; `freshId` names requests that bring no correlation id. */
export async function httpApplication(
  root: Type | DynamicModule,
  config: Pick<Config, 'http' | 'maxOutboundBytes'>,
  freshId: () => string,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, fastifyServer(config, freshId), {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
  });
  app.useLogger(app.get(ServiceLog));
  app.setGlobalPrefix(apiPrefix, { exclude: ['healthz', 'readyz', 'metrics'] });
  serveDocumentation(app, config.http.publicUrl);
  return app;
}
