import { accept, allow, refuse } from '#kernel/decision.js';
import { isAddress, sameAddress } from '#kernel/email-address.js';
import type { SmtpSettings } from './channel.js';
import type { ChannelSwitched, SmtpConnectionEstablished } from './events.js';
import { hostPolicy } from './host-policy.js';
import { passwordFor } from './kept-password.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** R55, R59, R70: what can be said before the server is asked: the sender that it must accept, and the password to log in with. */
export function mayEstablishSmtpConnection(mailbox: Mailbox, settings: SmtpSettings, typed?: string) {
  if (mailbox.activeChannel === 'smtp') return refuse('switch-to-service-first', { facts: { activeChannel: mailbox.activeChannel } });
  if (mailbox.individualAddress === undefined) return refuse('individual-address-missing', { field: 'individualAddress' });
  const policy = hostPolicy(settings);
  if (!policy.ok) return policy;
  if (isAddress(settings.account) && !sameAddress(settings.account, mailbox.individualAddress))
    return refuse('account-is-not-the-individual-address', { field: 'account' });
  const password = passwordFor(mailbox, settings, typed);
  return password.ok ? allow({ sender: mailbox.individualAddress, password: password.value }) : password;
}

/** R56, R71: the server took login and `sender`, so SMTP becomes the one active channel (R52). */
export function establishSmtpConnection(
  mailbox: Mailbox,
  { settings, secretId, connectionId }: SmtpConnectionEstablished['data'],
  sender: string,
  typed?: string,
) {
  const allowed = mayEstablishSmtpConnection(mailbox, settings, typed);
  if (!allowed.ok) return allowed;
  if (!sameAddress(allowed.value.sender, sender)) return refuse('address-changed-meanwhile', { field: 'individualAddress' });
  if ('secretId' in allowed.value.password && allowed.value.password.secretId !== secretId)
    return refuse('connection-changed-meanwhile', { field: 'password' });
  return accept<SmtpConnectionEstablished | ChannelSwitched>(
    { type: 'SmtpConnectionEstablished', data: { connectionId, settings, secretId } },
    { type: 'ChannelSwitched', data: { from: mailbox.activeChannel, to: 'smtp' } },
  );
}
