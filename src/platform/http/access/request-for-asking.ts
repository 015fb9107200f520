import type { FastifyRequest } from 'fastify';
import type { AskedRequest } from '../asked.js';

/** A request on its way through the pipeline; `asked` is there once the guard has let it pass. */
export type RequestForAsking = FastifyRequest<{ Params: Readonly<Record<string, string | undefined>> }> & { asked?: AskedRequest };

/** The company of the path; `undefined` on routes of the platform. */
export function companyOfPath(request: RequestForAsking): string | undefined {
  return request.params.companyId;
}

export function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?', 1);
  return path;
}

/** A header that makes sense only once; several are joined, and then refused by whoever reads it. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
