import { refuse } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import { nameBasedId } from '../../event-store/identity.js';

export interface KeyedRequest {
  readonly companyId: string;
  readonly method: string;
  /** With the ids of the path, without the query. */
  readonly path: string;
  readonly idempotencyKey: string | undefined;
  readonly sendsMail: boolean;
}

/** The same command for the same key at the same place, so that a repeat is recognised; a fresh one without a key. The key itself is kept nowhere. */
export function commandIdOf(
  request: KeyedRequest,
  fresh: () => string,
): Outcome<string, 'idempotency-key-missing' | 'idempotency-key-invalid'> {
  const { companyId, method, path, idempotencyKey, sendsMail } = request;
  if (idempotencyKey === undefined) return sendsMail ? refuse('idempotency-key-missing') : { ok: true, value: fresh() };
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) return refuse('idempotency-key-invalid');
  return { ok: true, value: nameBasedId('command', companyId, method, path, idempotencyKey) };
}
