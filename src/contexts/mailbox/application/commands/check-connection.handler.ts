import { Inject } from '@nestjs/common';
import type { Refusal } from '#kernel/outcome.js';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mayCheckConnection, restoreConnection } from '../../domain/recruiting-mailbox/check-connection.js';
import { versionOf } from '../../domain/recruiting-mailbox/smtp-connection-state.js';
import { ConnectionHealth } from '../../public/connection-health.js';
import { AddressedMailboxes } from '../addressed-mailboxes.js';
import { ConnectionSecrets } from '../connection-secrets.js';
import { passwordOf } from '../password-of.js';
import { Probing } from '../probing.js';
import { RecruitingMailboxes } from '../ports/recruiting-mailboxes.port.js';
import { CheckConnection } from './check-connection.command.js';

/** What would be refused for every mail, too. */
const toMend = ['login-refused', 'login-not-offered', 'sender-refused'];

@CommandHandler(CheckConnection)
export class CheckConnectionHandler implements ICommandHandler<CheckConnection> {
  constructor(
    @Inject(RecruitingMailboxes) private readonly mailboxes: RecruitingMailboxes,
    private readonly addressed: AddressedMailboxes,
    private readonly probing: Probing,
    private readonly secrets: ConnectionSecrets,
    @Inject(ConnectionHealth) private readonly health: ConnectionHealth,
  ) {}

  async execute({ subsidiary, cause }: CheckConnection) {
    const found = await this.addressed.ready(subsidiary, cause);
    if (!found.ok) return found;
    const { mailboxId } = found.value;
    const asked = await this.mailboxes.ask(mailboxId, cause, mayCheckConnection);
    if (!asked.go) return asked.answer;
    const { smtp, sender } = asked.found;
    const password = await passwordOf(smtp, this.secrets);
    if (!password.ok) return password;
    const reached = await this.probing.reach({ mailboxId, settings: smtp.settings, sender, password: password.value }, cause);
    if (!reached.ok) {
      await this.told(reached.refusal, mailboxId, versionOf(smtp), cause.companyId);
      return reached;
    }
    return this.mailboxes.decide(mailboxId, cause, (mailbox) => restoreConnection(mailbox, versionOf(smtp), 'check'));
  }

  /** Decision "No silent fallback": whoever finds out, the mailbox needs attention, so that its password can be renewed in place. */
  private async told({ reason, facts = {} }: Refusal, mailboxId: string, version: string, companyId: string): Promise<void> {
    if (!toMend.includes(reason)) return;
    const { stage, code, words } = facts;
    await this.health.impaired(companyId, mailboxId, version, {
      reason,
      stage: String(stage),
      ...(code === undefined ? {} : { code: String(code) }),
      ...(words === undefined ? {} : { words: String(words) }),
    });
  }
}
