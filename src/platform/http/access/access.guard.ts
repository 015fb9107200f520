import { type CanActivate, type ExecutionContext, Inject, Injectable, Optional } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Outcome } from '#kernel/outcome.js';
import { neededScope, type NeededScopes, sendsMail, wholeCompany } from '../asked.js';
import { Refused } from '../problems/refused.js';
import { publicRoute } from '../public.js';
import { Asking } from './asking.js';
import { bearerToken } from './bearer-token.js';
import type { Claims } from './claims.js';
import { may, mayForAll, ReservedCompanies } from './may.js';
import { NamedCompanies } from './named-companies.port.js';
import { companyOfPath, header, nameCompany, namesSubsidiary, type RequestForAsking } from './request-for-asking.js';
import { Tokens } from './tokens.js';

type Places = Parameters<Reflector['getAllAndOverride']>[1];

/** Nobody passes without a token that fits the company and the scopes of the route; what it finds out is left on the request. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Asking) private readonly asking: Asking,
    @Inject(ReservedCompanies) private readonly reserved: ReservedCompanies,
    @Optional() @Inject(NamedCompanies) private readonly named?: NamedCompanies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places: Places = [context.getHandler(), context.getClass()];
    if (this.isMarked(publicRoute, places)) return true;
    const needed = this.reflector.getAllAndOverride<NeededScopes | undefined>(neededScope, places);
    // Seen at start already (every-route-says-what-it-needs); here it would be a hole.
    if (needed === undefined) throw new Error('A route without @Needs was asked.');
    const request = context.switchToHttp().getRequest<RequestForAsking>();
    const claims = await this.claimsOf(header(request, 'authorization'));
    await this.findCompany(request);
    go(may(claims, needed, companyOfPath(request), this.reserved));
    if (this.isMarked(wholeCompany, places) && !namesSubsidiary(request)) go(mayForAll(claims));
    request.asked = go(await this.asking.of(request, claims, this.isMarked(sendsMail, places)));
    return true;
  }

  private isMarked(mark: string, places: Places): boolean {
    return this.reflector.getAllAndOverride<true | undefined>(mark, places) === true;
  }

  /** A name that no company has stays as it is: it is of no token's company, and not found like any other. */
  private async findCompany(request: RequestForAsking): Promise<void> {
    const companyId = companyOfPath(request);
    const found = companyId === undefined ? undefined : await this.named?.companyId(companyId);
    if (found !== undefined) nameCompany(request, found);
  }

  private async claimsOf(authorization: string | undefined): Promise<Claims> {
    if (authorization === undefined) throw new Refused({ reason: 'token-missing' }, challenge());
    const token = bearerToken(authorization);
    if (token === undefined) throw new Refused({ reason: 'token-invalid' }, challenge('invalid_token'));
    const verified = await this.tokens.verify(token);
    if (verified.ok) return verified.value;
    if (verified.refusal.reason === 'issuer-unreachable') throw new Refused(verified.refusal, { 'retry-after': '5' });
    throw new Refused(verified.refusal, challenge('invalid_token'));
  }
}

/** RFC 6750, section 3. */
function challenge(error?: 'invalid_token') {
  return { 'www-authenticate': error === undefined ? 'Bearer realm="poststelle"' : `Bearer realm="poststelle", error="${error}"` };
}

function go<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome.refusal);
}
