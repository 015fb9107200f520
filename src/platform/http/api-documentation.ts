import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { apiDocument, apiPrefix } from './api-document.js';

const docsPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The document at /api/v1/openapi.json, and a page to read it at /api/v1/docs, from this service alone. */
export function serveDocumentation(app: NestFastifyApplication, publicUrl: string | undefined): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith(`/${apiPrefix}/docs`)) void reply.header('content-security-policy', docsPolicy);
  });
  SwaggerModule.setup(`${apiPrefix}/docs`, app, () => apiDocument(app, publicUrl), {
    jsonDocumentUrl: `${apiPrefix}/openapi.json`,
    raw: ['json'],
    customSiteTitle: 'Poststelle API',
  });
}
