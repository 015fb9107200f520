import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { Clock } from '#kernel/clock.js';
import { Config } from '../config/config.js';
import { DataKeys } from '../event-store/data-keys.port.js';
import { AccessGuard } from './access/access.guard.js';
import { Asking } from './access/asking.js';
import { embeddedIssuer, signingKey, signingKeyId } from './access/embedded-issuer.js';
import { EveryRouteSaysWhatItNeeds } from './access/every-route-says-what-it-needs.js';
import { externalIssuer } from './access/external-issuer.js';
import { Tokens } from './access/tokens.js';
import { AnswersInterceptor } from './answers/answers.interceptor.js';
import { RunningCommandsInterceptor } from './answers/running-commands.interceptor.js';
import { EdgeKeys } from './edge-keys.js';
import { inputValidation } from './input-validation.js';
import { KnownPosition } from './known-position.interceptor.js';
import { NothingUnread } from './nothing-unread.interceptor.js';
import { Cursors } from './page.js';
import { edgeRefusals } from './problems/edge.refusals.js';
import { ProblemsController } from './problems/problems.controller.js';
import { ProblemsFilter } from './problems/problems.filter.js';
import { ToldRefusals } from './problems/told-refusals.js';
import { RefusalRegistry } from './problems/refusal-registry.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { Refusals } from './refusals.js';
import { SignedCursors } from './signed-cursors.js';

const minute = 60_000;

/** The pipeline that every request passes, in this order: token and company, rate, what nobody reads, repeats at work, form of the input, handler, answer. */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    ThrottlerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ throttlers: [{ ttl: minute, limit: config.httpRatePerMinute }] }),
    }),
  ],
  controllers: [ProblemsController],
  providers: [
    Asking,
    EveryRouteSaysWhatItNeeds,
    { provide: EdgeKeys, inject: [DataKeys], useFactory: (dataKeys: DataKeys) => EdgeKeys.from(dataKeys) },
    { provide: Tokens, inject: [Config, DataKeys, Clock], useFactory: trustedTokens },
    { provide: RefusalRegistry, useFactory: refusalsOfTheEdge },
    { provide: Refusals, useExisting: RefusalRegistry },
    ToldRefusals,
    { provide: Cursors, inject: [EdgeKeys], useFactory: (keys: EdgeKeys) => new SignedCursors(keys) },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_INTERCEPTOR, useClass: NothingUnread },
    { provide: APP_INTERCEPTOR, useClass: KnownPosition },
    { provide: APP_INTERCEPTOR, useClass: RunningCommandsInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswersInterceptor },
    { provide: APP_PIPE, useFactory: inputValidation },
    { provide: APP_FILTER, useClass: ProblemsFilter },
  ],
  exports: [Refusals, ToldRefusals, Cursors, Tokens, EdgeKeys],
})
export class HttpModule {}

async function trustedTokens(config: Config, dataKeys: DataKeys, clock: Clock): Promise<Tokens> {
  const { bytes } = await dataKeys.provide(signingKeyId);
  const { external } = config.tokens;
  const issuers = [embeddedIssuer(signingKey(bytes)), ...(external === undefined ? [] : [externalIssuer(external)])];
  return new Tokens(issuers, clock);
}

function refusalsOfTheEdge(): RefusalRegistry {
  const registry = new RefusalRegistry();
  registry.register(edgeRefusals);
  return registry;
}
