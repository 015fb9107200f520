import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Cause } from '../event-store/streams.js';
import { documentsScopes } from './documents-scopes.js';
import { documentsSending } from './documents-sending.js';
import { documentsWholeCompany } from './documents-whole-company.js';
import type { Scope } from './scopes.js';

export type { Scope };

/** Who asks, as far as a query needs to know. */
export interface Caller {
  readonly companyId: string;
  /** Keyed HMAC of issuer and subject; the key of read marks. */
  readonly actor: string;
  /** The employee a service token speaks for. */
  readonly onBehalfOf?: string;
  readonly scopes: readonly Scope[];
  /** Subsidiary ids the token is limited to; absent: all. */
  readonly subsidiaries?: readonly string[];
}

/** What the guard leaves on the request once the token is verified. */
export interface AskedRequest {
  readonly caller: Caller;
  readonly cause: Cause;
}

export const neededScope = 'poststelle:needed-scope';
export const sendsMail = 'poststelle:sends-mail';
export const wholeCompany = 'poststelle:whole-company';

/** What a route wants of a token. */
export type NeededScopes = { readonly all: readonly Scope[] } | { readonly oneOf: readonly Scope[] };

/**
 * The scopes a route wants, all of them; a route without is not served. The token's company must be the path's, or `*`.
 * A route outside a company needs a token for `*`, and `*` is the company of its cause until the handler names another.
 */
export const Needs = (...scopes: readonly Scope[]) => documentsScopes(SetMetadata(neededScope, { all: scopes }), scopes, ' and ');

/** One of these scopes is enough. */
export const NeedsOneOf = (...scopes: readonly Scope[]) => documentsScopes(SetMetadata(neededScope, { oneOf: scopes }), scopes, ' or ');

/** A command that sends mail must carry an `Idempotency-Key`: 400 `idempotency-key-missing`. */
export const SendsMail = () => documentsSending(SetMetadata(sendsMail, true));

/** What is the company's, unless the path names a subsidiary: 403 `whole-company-only` for a token that is limited to subsidiaries. */
export const ForWholeCompany = () => documentsWholeCompany(SetMetadata(wholeCompany, true));

/** The cause of a command: company of the path, actor of the token, ids of the request. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Cause => asked(context).cause);

/** Who asks a query. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => asked(context).caller);

function asked(context: ExecutionContext): AskedRequest {
  const request = context.switchToHttp().getRequest<{ asked?: AskedRequest }>();
  if (request.asked === undefined) throw new Error('A route took part in a request that no guard has looked at.');
  return request.asked;
}
