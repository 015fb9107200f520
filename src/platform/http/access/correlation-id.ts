import type { IncomingHttpHeaders } from 'node:http';

/** A UUID or hexadecimal digits: nothing that could be a name or an address may come in this way, because it is logged and stands in every event's metadata. */
const callersOwn = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i;
/** W3C Trace Context, version 00. */
const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's own correlation id where it is well-formed, the trace's id, or a fresh one. */
export function correlationIdOf(headers: IncomingHttpHeaders, fresh: () => string): string {
  const own = headers['x-correlation-id'];
  if (typeof own === 'string' && callersOwn.test(own)) return own;
  const trace = headers['traceparent'];
  const [, traceId] = (typeof trace === 'string' && traceparent.exec(trace)) || [];
  return traceId ?? fresh();
}
