import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#kernel/decision.js';
import { Ids } from '#kernel/ids.js';
import type { Outcome } from '#kernel/outcome.js';
import type { AskedRequest, Caller } from '../asked.js';
import { EdgeKeys } from '../edge-keys.js';
import { canonicalBody } from './canonical-body.js';
import type { Claims } from './claims.js';
import { commandIdOf } from './command-id.js';
import { revisionOf } from './if-match.js';
import { companyOfPath, header, pathOf, type RequestForAsking } from './request-for-asking.js';

/** Makes of a request and a verified token who asks, and the cause of what may follow. */
@Injectable()
export class Asking {
  constructor(
    @Inject(Ids) private readonly ids: Ids,
    @Inject(EdgeKeys) private readonly keys: EdgeKeys,
  ) {}

  of(request: RequestForAsking, claims: Claims, sendsMail: boolean): Outcome<AskedRequest> {
    const caller = this.callerOf(request, claims);
    if (!caller.ok) return caller;
    const { companyId, actor, onBehalfOf } = caller.value;
    const idempotencyKey = header(request, 'idempotency-key');
    const commandId = commandIdOf({ companyId, method: request.method, path: pathOf(request), idempotencyKey, sendsMail }, () =>
      this.ids.next(),
    );
    if (!commandId.ok) return commandId;
    const revision = revisionOf(header(request, 'if-match'));
    if (!revision.ok) return revision;
    const cause = {
      companyId,
      actor,
      correlationId: request.id,
      causationId: commandId.value,
      commandId: commandId.value,
      bodyDigest: this.keys.bodyDigest(canonicalBody(request.body)),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(revision.value === undefined ? {} : { expectedRevision: revision.value }),
    };
    return { ok: true, value: { caller: caller.value, cause } };
  }

  private callerOf(request: RequestForAsking, claims: Claims): Outcome<Caller> {
    const onBehalfOf = header(request, 'poststelle-on-behalf-of');
    if (onBehalfOf !== undefined && !/^[A-Za-z0-9:._-]{1,200}$/.test(onBehalfOf)) return refuse('on-behalf-of-invalid');
    return {
      ok: true,
      value: {
        companyId: companyOfPath(request) ?? '*',
        actor: this.keys.actor(claims.issuer, claims.subject),
        scopes: claims.scopes,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(claims.subsidiaries === undefined ? {} : { subsidiaries: claims.subsidiaries }),
      },
    };
  }
}
