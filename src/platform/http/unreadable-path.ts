import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeRefusals } from './problems/edge.refusals.js';
import { problem } from './problems/problem.js';
import { alwaysSent } from './security-headers.js';

/** The router refuses a path before any hook or filter runs: this tells the same problem as they would. */
export function tellUnreadablePath(baseUrl: string) {
  return (error: { readonly statusCode?: number | undefined }, request: FastifyRequest, reply: FastifyReply): void => {
    const reason = error.statusCode === 414 ? 'uri-too-long' : 'malformed-request';
    const body = problem({ reason }, edgeRefusals[reason], { baseUrl, correlationId: request.id, conditional: false });
    void reply
      .status(body.status)
      .headers({ ...alwaysSent, 'cache-control': 'no-store', 'x-correlation-id': request.id })
      .type('application/problem+json')
      .send(JSON.stringify(body));
  };
}
