import { Inject, Module } from '@nestjs/common';
import { Config } from '#platform/config/config.js';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { Refusals } from '#platform/http/refusals.js';
import { OperatorAuthorities, SmtpClientModule } from '#platform/smtp-client/smtp-client.module.js';
import { TenantHosts } from '#platform/smtp-client/tenant-hosts.js';
import { ToDos } from '#platform/to-dos/to-do.js';
import { OrganisationFactsModule } from '../organisation/public/facts.js';
import { DnsMailExchangers } from './adapters/dns/dns-mail-exchangers.js';
import { addressClaimCodecs } from './adapters/events/address-claim.codecs.js';
import { mailboxCodecs } from './adapters/events/mailbox.codecs.js';
import { ConnectionTestsController } from './adapters/http/connection-tests.controller.js';
import { InheritingController, MailboxController } from './adapters/http/mailbox.controller.js';
import { mailboxRefusals } from './adapters/http/mailbox.refusals.js';
import { SmtpConnectionController } from './adapters/http/smtp-connection.controller.js';
import { SmtpClientProbe } from './adapters/smtp/smtp-client-probe.js';
import { AddressedMailboxes } from './application/addressed-mailboxes.js';
import { ActivateSmtpConnectionHandler } from './application/commands/activate-smtp-connection.handler.js';
import { CheckConnectionHandler } from './application/commands/check-connection.handler.js';
import { ChooseSenderNameHandler } from './application/commands/choose-sender-name.handler.js';
import { ClearIndividualAddressHandler } from './application/commands/clear-individual-address.handler.js';
import { DisconnectSmtpHandler } from './application/commands/disconnect-smtp.handler.js';
import { EstablishSmtpConnectionHandler } from './application/commands/establish-smtp-connection.handler.js';
import { InheritChannelHandler } from './application/commands/inherit-channel.handler.js';
import { RenewPasswordHandler } from './application/commands/renew-password.handler.js';
import { SetIndividualAddressHandler } from './application/commands/set-individual-address.handler.js';
import { SwitchToServiceHandler } from './application/commands/switch-to-service.handler.js';
import { ConnectionSecrets } from './application/connection-secrets.js';
import { ConnectionWarnings } from './application/connection-warnings.js';
import { ConnectionTestsFromStreams } from './application/connection-tests-from-streams.js';
import { ConnectionsFromStreams } from './application/connections-from-streams.js';
import { IndividualAddresses } from './application/individual-addresses.js';
import { MailboxesFromStreams } from './application/mailboxes-from-streams.js';
import { AddressClaims } from './application/ports/address-claims.port.js';
import { MailExchangers } from './application/ports/mail-exchangers.port.js';
import { RecruitingMailboxes } from './application/ports/recruiting-mailboxes.port.js';
import { SmtpProbe } from './application/ports/smtp-probe.port.js';
import { Probing } from './application/probing.js';
import { ConnectionTestsOf } from './application/queries/connection-tests-of.js';
import { ListConnectionTestsHandler } from './application/queries/list-connection-tests.handler.js';
import { ReadConnectionTestHandler } from './application/queries/read-connection-test.handler.js';
import { ReadTestReportHandler } from './application/queries/read-test-report.handler.js';
import { MailboxSettingsHandler } from './application/queries/mailbox-settings.handler.js';
import { CompanyMailboxes } from './application/company-mailboxes.js';
import { AbandonedPasswords } from './application/abandoned-passwords.js';
import { TestMailLimit } from './application/test-mail-limit.js';
import { RedirectTargets } from './application/redirect-targets.js';
import { RedirectTestsFromStreams } from './application/redirect-tests-from-streams.js';
import { SmtpEstablishing } from './application/smtp-establishing.js';
import { addressClaimsToSettle } from './application/to-dos/address-claims-to-settle.to-do.js';
import { formerAddressesToRelease } from './application/to-dos/former-addresses-to-release.to-do.js';
import { replacedPasswordsToDestroy } from './application/to-dos/replaced-passwords-to-destroy.to-do.js';
import { unusedConnectionsToDisconnect } from './application/to-dos/unused-connections-to-disconnect.to-do.js';
import { addressClaim } from './domain/address-claim/address-claim.js';
import { recruitingMailbox } from './domain/recruiting-mailbox/recruiting-mailbox.js';
import { ConnectionTests, RedirectTests } from './public/connection-tests.js';
import { ConnectionHealth } from './public/connection-health.js';
import { MailboxProvisioning } from './public/mailbox-provisioning.js';
import { Mailboxes } from './public/mailboxes.js';
import { SmtpConnections } from './public/smtp-connections.js';

const streams = [
  {
    provide: RecruitingMailboxes,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): RecruitingMailboxes => factory.of(recruitingMailbox, mailboxCodecs),
  },
  {
    provide: AddressClaims,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): AddressClaims => factory.of(addressClaim, addressClaimCodecs),
  },
];

const forOthers = [
  MailboxesFromStreams,
  ConnectionsFromStreams,
  { provide: Mailboxes, useExisting: MailboxesFromStreams },
  { provide: MailboxProvisioning, useExisting: MailboxesFromStreams },
  { provide: SmtpConnections, useExisting: ConnectionsFromStreams },
  { provide: ConnectionHealth, useExisting: ConnectionsFromStreams },
  { provide: ConnectionTests, useClass: ConnectionTestsFromStreams },
  { provide: RedirectTests, useClass: RedirectTestsFromStreams },
];

const outside = [
  { provide: MailExchangers, useClass: DnsMailExchangers },
  {
    provide: SmtpProbe,
    inject: [TenantHosts, OperatorAuthorities, Config],
    useFactory: (hosts: TenantHosts, authorities: readonly string[], { smtp }: Config): SmtpProbe =>
      new SmtpClientProbe(hosts, authorities, smtp.name),
  },
];

const connecting = [
  AddressedMailboxes,
  ConnectionTestsOf,
  IndividualAddresses,
  ConnectionSecrets,
  ConnectionWarnings,
  Probing,
  TestMailLimit,
  AbandonedPasswords,
  CompanyMailboxes,
  RedirectTargets,
  SmtpEstablishing,
];

const commands = [
  ChooseSenderNameHandler,
  SetIndividualAddressHandler,
  ClearIndividualAddressHandler,
  EstablishSmtpConnectionHandler,
  ActivateSmtpConnectionHandler,
  RenewPasswordHandler,
  CheckConnectionHandler,
  DisconnectSmtpHandler,
  SwitchToServiceHandler,
  InheritChannelHandler,
];

const queries = [MailboxSettingsHandler, ListConnectionTestsHandler, ReadConnectionTestHandler, ReadTestReportHandler];

/** How a company and its subsidiaries send: address, channel, connection, redirect. */
@Module({
  imports: [OrganisationFactsModule, SmtpClientModule],
  controllers: [MailboxController, InheritingController, SmtpConnectionController, ConnectionTestsController],
  providers: [...streams, ...forOthers, ...connecting, ...outside, ...commands, ...queries],
  exports: [Mailboxes, MailboxProvisioning, SmtpConnections, ConnectionHealth, ConnectionTests, RedirectTests],
})
export class MailboxModule {
  constructor(
    @Inject(Refusals) refusals: Refusals,
    @Inject(ToDos) toDos: ToDos,
    addresses: IndividualAddresses,
    secrets: ConnectionSecrets,
  ) {
    refusals.register(mailboxRefusals);
    toDos.register(addressClaimsToSettle(({ companyId, streamId }) => addresses.settle(companyId, streamId)));
    toDos.register(formerAddressesToRelease(({ companyId, streamId }) => addresses.releaseFormer(companyId, streamId)));
    toDos.register(replacedPasswordsToDestroy((task) => secrets.destroyReplaced(task)));
    toDos.register(unusedConnectionsToDisconnect((task) => secrets.disconnectUnused(task)));
  }
}
