import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { authorityIn } from '../certificate-authority.js';
import { ConnectionWarnings } from '../connection-warnings.js';
import { SmtpEstablishing } from '../smtp-establishing.js';
import { EstablishSmtpConnection } from './establish-smtp-connection.command.js';

@CommandHandler(EstablishSmtpConnection)
export class EstablishSmtpConnectionHandler implements ICommandHandler<EstablishSmtpConnection> {
  constructor(
    private readonly addressed: AddressedMailboxes,
    private readonly establishing: SmtpEstablishing,
    private readonly warnings: ConnectionWarnings,
  ) {}

  async execute({ subsidiary, settings, password: typed, cause }: EstablishSmtpConnection) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const given = settings.certificateAuthority === undefined ? allow(undefined) : authorityIn(settings.certificateAuthority);
    if (!given.ok) return given;
    const wanted = { settings: { ...settings, ...(given.value === undefined ? {} : { certificateAuthority: given.value }) } };
    const established = await this.establishing.establish(mailboxId, typed === undefined ? wanted : { ...wanted, typed }, cause);
    return established.ok ? this.warnings.beside(established.value, mailboxId, cause.companyId) : established;
  }
}
