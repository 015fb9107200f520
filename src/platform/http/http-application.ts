import type { DynamicModule, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';
import { ServiceLog } from '../observability/service-log.js';
import { apiPrefix } from './api-document.js';
import { serveDocumentation } from './api-documentation.js';
import { fastifyServer } from './fastify-server.js';

type Options = { readonly [Option in keyof NestApplicationOptions]: NestApplicationOptions[Option] };

/** Errors of the start are thrown to whoever starts, who tells them; logs wait for pino; Fastify reads the bodies. */
const options: Options = { abortOnError: false, bufferLogs: true, autoFlushLogs: false, bodyParser: false };

/** The application over HTTP, wired and not yet listening; `freshId` names requests that bring no correlation id. */
export async function httpApplication(
  root: Type | DynamicModule,
  config: Pick<Config, 'http' | 'maxOutboundBytes'>,
  freshId: () => string,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, fastifyServer(config, freshId), options);
  app.useLogger(app.get(ServiceLog));
  app.flushLogs();
  app.setGlobalPrefix(apiPrefix, { exclude: ['healthz', 'readyz', 'metrics'] });
  serveDocumentation(app, config.http.publicUrl);
  return app;
}
