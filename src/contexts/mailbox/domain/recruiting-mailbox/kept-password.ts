import { allow, refuse } from '#kernel/decision.js';
import { certificatesIn, type SmtpSettings } from './channel.js';
import type { Mailbox } from './recruiting-mailbox.js';

/** What a form shows in place of a password, and posts back when nobody typed one (S39). */
const mask = /^[*•●∗·.\s]+$/u;

/**
 * The password to go on with: the one that was typed, or the kept one, which goes to no other place and over no weaker line than it was
 * given for. Another authority than before could vouch for another server.
 */
export function passwordFor({ smtp }: Mailbox, settings: SmtpSettings, typed: string | undefined) {
  if (typed !== undefined) return mask.test(typed) ? refuse('password-is-a-mask', { field: 'password' }) : allow({ typed });
  if (smtp === undefined) return refuse('password-missing', { field: 'password' });
  const changed = whatChanged(smtp.settings, settings);
  return changed === undefined
    ? allow({ secretId: smtp.secretId })
    : refuse('password-needed-again', { field: 'password', facts: { changed } });
}

function whatChanged(before: SmtpSettings, now: SmtpSettings): string | undefined {
  if (before.host !== now.host) return 'host';
  if (before.port !== now.port) return 'port';
  if (before.account !== now.account) return 'account';
  if (now.encryption === 'starttls' && before.encryption !== 'starttls') return 'encryption';
  const other = now.certificateAuthority !== undefined && !sameAuthority(now.certificateAuthority, before.certificateAuthority ?? '');
  return other ? 'certificateAuthority' : undefined;
}

function sameAuthority(one: string, other: string): boolean {
  const [certificates, others] = [certificatesIn(one), certificatesIn(other)];
  return one === other || (certificates.length > 0 && bare(certificates) === bare(others));
}

/** Without line ends, which tools write differently. */
function bare(certificates: readonly string[]): string {
  return certificates.join().replaceAll(/\s/g, '');
}
