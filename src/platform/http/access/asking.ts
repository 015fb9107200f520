import { Inject, Injectable, Optional } from '@nestjs/common';
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
import { SpokenFor } from './spoken-for.port.js';

/** Makes of a request and a verified token who asks, and the cause of what may follow. */
@Injectable()
export class Asking {
  constructor(
    @Inject(Ids) private readonly ids: Ids,
    @Inject(EdgeKeys) private readonly keys: EdgeKeys,
    @Optional() @Inject(SpokenFor) private readonly spokenFor?: SpokenFor,
  ) {}

  async of(request: RequestForAsking, claims: Claims, sendsMail: boolean): Promise<Outcome<AskedRequest>> {
    const caller = await this.callerOf(request, claims);
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
      ...(claims.subsidiaries === undefined ? {} : { subsidiaries: claims.subsidiaries }),
      ...(idempotencyKey === undefined ? {} : { keyOf: companyId }),
      ...(revision.value === undefined ? {} : { expectedRevision: revision.value }),
    };
    return { ok: true, value: { caller: caller.value, cause } };
  }

  private async callerOf(request: RequestForAsking, claims: Claims): Promise<Outcome<Caller>> {
    const companyId = companyOfPath(request) ?? '*';
    const spokenFor = header(request, 'poststelle-on-behalf-of');
    if (spokenFor !== undefined && !/^[A-Za-z0-9:._-]{1,200}$/.test(spokenFor)) return refuse('on-behalf-of-invalid');
    const onBehalfOf = spokenFor === undefined ? undefined : await this.employeeId(companyId, spokenFor);
    return {
      ok: true,
      value: {
        companyId,
        actor: this.keys.actor(claims.issuer, claims.subject),
        scopes: claims.scopes,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(claims.subsidiaries === undefined ? {} : { subsidiaries: claims.subsidiaries }),
      },
    };
  }

  /** Employees belong to a company: where the platform as a whole is asked there is nobody to look up. */
  private async employeeId(companyId: string, idOrExternal: string): Promise<string> {
    return companyId === '*' || this.spokenFor === undefined ? idOrExternal : this.spokenFor.employeeId(companyId, idOrExternal);
  }
}
