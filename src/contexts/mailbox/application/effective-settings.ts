import { type Mailbox, senderNameOf } from '../domain/recruiting-mailbox/recruiting-mailbox.js';
import type { EffectiveSettings, SuppliedBy } from '../public/mailboxes.js';

/** R13, R21, R90: what mail leaves with, and which mailbox says so. The parent's settings are its subsidiaries' too. */
export function effectiveSettingsOf(mailboxId: string, mailbox: Mailbox, mailDomain: string, subsidiaryId?: string): EffectiveSettings {
  const supplied = (chosen: boolean): SuppliedBy => {
    if (subsidiaryId !== undefined) return { mailboxId, why: 'inherited' };
    return { mailboxId, why: chosen ? 'own' : 'company-default' };
  };
  return {
    channel: { value: mailbox.activeChannel, supplied: supplied(false) },
    address: { value: `${mailbox.serviceLocalPart}@${mailDomain}`, supplied: supplied(false) },
    senderName: { value: senderNameOf(mailbox), supplied: supplied(mailbox.senderName !== undefined) },
  };
}
