import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { TenantHosts } from './tenant-hosts.js';

/** PEM of authorities that the operator trusts for every company's server, beside those of the system. */
export const OperatorAuthorities = Symbol('OperatorAuthorities');

/** Gives everybody who hands mail to a tenant's server the same rules of whom to reach and whom to trust. */
@Module({
  providers: [
    { provide: TenantHosts, inject: [Config], useFactory: ({ allowedNetworks }: Config) => new TenantHosts(allowedNetworks) },
    {
      provide: OperatorAuthorities,
      inject: [Config],
      useFactory: ({ smtpAuthorityFile }: Config): readonly string[] =>
        smtpAuthorityFile === undefined ? [] : [readFileSync(smtpAuthorityFile, 'utf8')],
    },
  ],
  exports: [TenantHosts, OperatorAuthorities],
})
export class SmtpClientModule {}
