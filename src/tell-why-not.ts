import { faultOf } from './platform/data-directory/fault.js';
import { CannotStart } from './platform/data-directory/cannot-start.js';
import { ConfigurationMistakes } from './platform/config/read-config.js';
import { StoreUnreachable } from './platform/event-store/event-store.port.js';
import { NotAnEventDatabase } from './platform/event-store/sqlite/event-database.js';
import { errorForLog } from './platform/observability/error-for-log.js';

/** Why the service does not start, as sentences that the operator can act on, on standard error. */
export function tellWhyNot(error: unknown): void {
  process.stderr.write(`${['Poststelle does not start.', ...whyNot(error)].join('\n')}\n`);
}

export function whyNot(error: unknown): readonly string[] {
  if (error instanceof ConfigurationMistakes) return error.sentences;
  if (error instanceof CannotStart || error instanceof NotAnEventDatabase || error instanceof StoreUnreachable) return [error.message];
  const port = portOf(error);
  const { code } = faultOf(error);
  if (port !== undefined && code === 'EADDRINUSE')
    return [`The port ${port} is in use by another program. Stop it, or choose another one (POSTSTELLE_HTTP_PORT, POSTSTELLE_SMTP_PORT).`];
  if (port !== undefined && code === 'EACCES')
    return [`This user may not listen on port ${port}. Ports below 1024 need a privilege (CAP_NET_BIND_SERVICE), or choose another one.`];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return ['This machine has no such address to listen on. Set POSTSTELLE_HTTP_HOST and POSTSTELLE_SMTP_HOST to one of its own.'];
  const { error: what, at = [] } = errorForLog(error);
  return [`A fault that nobody foresaw: ${what}`, ...at];
}

function portOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'port' in error && typeof error.port === 'number' ? error.port : undefined;
}
