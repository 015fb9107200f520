import { nameBasedId } from './identity.js';
import type { Cause } from './streams.js';

/**
 * The cause of work that the service does by itself. The command id follows from company, purpose and causation, so that the same work
 * done twice is the same command. `causationId` is what made the work due, as a rule an event's id.
 */
export function serviceCause(companyId: string, purpose: string, causationId: string, correlationId = causationId): Cause {
  return {
    companyId,
    actor: 'service',
    correlationId,
    causationId,
    commandId: nameBasedId('service', companyId, purpose, causationId),
    bodyDigest: '',
  };
}

/** The same cause for a stream that neither `If-Match` nor the `Idempotency-Key` speaks of: another one than the path names, or one named by the command's own id. */
export function unconditionally(cause: Cause): Cause {
  const { companyId, actor, onBehalfOf, correlationId, causationId, commandId, bodyDigest, subsidiaries } = cause;
  return {
    companyId,
    actor,
    correlationId,
    causationId,
    commandId,
    bodyDigest,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(subsidiaries === undefined ? {} : { subsidiaries }),
  };
}
