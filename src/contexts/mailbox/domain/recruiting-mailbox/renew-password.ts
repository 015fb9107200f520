import { accept, allow, refuse } from '#kernel/decision.js';
import type { ConnectionRestored, PasswordRenewed } from './events.js';
import { passwordFor } from './kept-password.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** Decision "Changing the selected channel": in place for the same account only, and only while nothing leaves anyway. */
export function mayRenewPassword(mailbox: Mailbox, typed: string) {
  const { activeChannel, smtp, individualAddress } = mailbox;
  if (activeChannel !== 'smtp' || smtp === undefined || individualAddress === undefined) return refuse('smtp-not-active');
  if (smtp.impaired === undefined) return refuse('switch-to-service-first', { facts: { activeChannel } });
  const password = passwordFor(mailbox, smtp.settings, typed);
  return password.ok ? allow({ settings: smtp.settings, sender: individualAddress, formerSecretId: smtp.secretId }) : password;
}

/** The server took the new password, so the connection works again. */
export function renewPassword(mailbox: Mailbox, typed: string, formerSecretId: string, secretId: string) {
  const allowed = mayRenewPassword(mailbox, typed);
  if (!allowed.ok) return allowed;
  if (allowed.value.formerSecretId !== formerSecretId) return refuse('connection-changed-meanwhile', { field: 'password' });
  return accept<PasswordRenewed | ConnectionRestored>(
    { type: 'PasswordRenewed', data: { secretId } },
    { type: 'ConnectionRestored', data: { by: 'password-renewed' } },
  );
}
