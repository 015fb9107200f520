import type { FastifyRequest } from 'fastify';
import type { AskedRequest } from '../asked.js';

/** A request on its way through the pipeline; `asked` is there once the guard has let it pass. */
export type RequestForAsking = FastifyRequest<{ Params: Record<string, string | undefined> }> & { asked?: AskedRequest };

/** The company of the path; `undefined` on routes of the platform. */
export function companyOfPath(request: RequestForAsking): string | undefined {
  return request.params.companyId;
}

/** What a path says of a subsidiary is that subsidiary's: whether the token is for it, the command says. */
export function namesSubsidiary(request: RequestForAsking): boolean {
  return request.params['subsidiaryId'] !== undefined;
}

/** From here on the path names the company by its own id, whatever it was called. */
export function nameCompany(request: RequestForAsking, companyId: string): void {
  request.params['companyId'] = companyId;
}

/** Without the query, the company by its id: the same command over either path is the same command. */
export function pathOf(request: RequestForAsking): string {
  const [path = ''] = request.url.split('?', 1);
  const companyId = companyOfPath(request);
  const place = request.routeOptions.url?.split('/').indexOf(':companyId') ?? -1;
  return companyId === undefined || place < 0 ? path : path.split('/').with(place, companyId).join('/');
}

/** A header that makes sense only once; several are joined, and then refused by whoever reads it. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
