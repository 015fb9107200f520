import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { correlationIdOf } from './access/correlation-id.js';
import { json } from './answers/json.js';
import type { Config } from '../config/config.js';
import { Refused } from './problems/refused.js';
import { isWorkable } from './readable-json.js';
import { securityHeaders } from './security-headers.js';
import { tellUnreadablePath } from './unreadable-path.js';

/** Fastify as this service wants it, whatever is served: limits, correlation ids, JSON only, security headers. */
export function fastifyServer(
  { maxOutboundBytes, http }: Pick<Config, 'maxOutboundBytes' | 'http'>,
  freshId: () => string,
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    // A body may be as large as the largest mail in base64.
    bodyLimit: Math.ceil(maxOutboundBytes * (4 / 3)) + 1024 * 1024,
    connectionTimeout: 120_000,
    requestTimeout: 60_000,
    handlerTimeout: 60_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 600 },
    frameworkErrors: tellUnreadablePath(http.publicUrl ?? ''),
    genReqId: (request: IncomingMessage) => correlationIdOf(request.headers, freshId),
  });
  const server = adapter.getInstance<FastifyInstance>();
  server.setReplySerializer(json);
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-correlation-id', request.id);
  });
  server.addHook('onSend', securityHeaders);
  onlyJson(server);
  return adapter;
}

/**
 * Fastify reads text/plain too, which no route wants. A command without fields may be sent with an empty body. Of several Content-Types Node takes
 * the first, others the last (RFC 9110, 8.3), so that nobody knows which is meant.
 */
function onlyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (contentTypesOf(request.raw) > 1) {
      done(new Refused({ reason: 'media-type-unsupported' }));
      return;
    }
    if (text.trim() === '') {
      done(null, undefined);
      return;
    }
    void parse(request, text, (error, body: unknown) => {
      if (error === null && !isWorkable(body)) done(new Refused({ reason: 'malformed-request' }));
      else done(error, body);
    });
  });
}

function contentTypesOf({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type').length;
}
