import type { FastifyReply, FastifyRequest } from 'fastify';

export const alwaysSent = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Unless a route set its own: answers hold personal data, so nothing is cached, framed, sniffed or run. */
export async function securityHeaders(_: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  for (const [name, value] of Object.entries(alwaysSent)) if (!reply.hasHeader(name)) void reply.header(name, value);
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  if (!reply.hasHeader('content-security-policy'))
    void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  return payload;
}
