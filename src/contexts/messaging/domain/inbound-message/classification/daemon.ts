import type { Mail } from '../mail.js';
import { valuesOf } from './header-values.js';

/** The sender calls itself a mail daemon, or has no address at all. Also in display names: some daemons write from ordinary addresses. */
export function isFromDaemon(mail: Mail): boolean {
  const from = valuesOf(mail, 'from');
  if (from.every((value) => value === '' || value === '<>')) return true;
  return mail.from.some(({ address }) => daemonName.test(address)) || from.some((value) => daemonName.test(value));
}

const daemonName =
  /(?:^|["'<\s])(?:mailer[-_. ]?daemon|mail delivery (?:sub)?system|post[-_]?master|mdaemon|microsoftexchange[0-9a-z]*)(?:$|["'>@\s(+])/iu;
