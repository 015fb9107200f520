import type { ReportedRecipient, ReportVerdict } from '../delivery-report.js';
import type { Mail } from '../mail.js';
import { codeIn, finest } from './status-code.js';

/**
 * What a delivery report says of our mail: by Action first, then by the code. `failed` with a 4.x code is final for that mail (it
 * expired); only `delayed` is not. Success reports are no bounces. In a report of several recipients the worst counts.
 */
export function reportVerdict(mail: Mail): ReportVerdict {
  const recipients = mail.deliveryReport?.recipients ?? [];
  for (const as of ['bounce', 'delay', 'delivery'] as const) {
    const speaking = recipients.filter((recipient) => saysOf(recipient) === as);
    if (speaking.length > 0) return verdict(as, finest(speaking.flatMap(codesOf)) ?? textCode(mail, as));
  }
  const as = saysOnlyDelayed(mail) ? 'delay' : 'bounce';
  return verdict(as, textCode(mail, as));
}

function saysOf({ action, status, diagnostic }: ReportedRecipient): ReportVerdict['as'] | undefined {
  if (action === 'delayed') return 'delay';
  if (action !== undefined && successes.has(action)) return 'delivery';
  if (action !== undefined && action !== '') return 'bounce';
  const code = status ?? codeIn(diagnostic ?? '');
  if (code === undefined) return undefined;
  return code.startsWith('2') ? 'delivery' : code.startsWith('4') ? 'delay' : 'bounce';
}

const successes = new Set(['delivered', 'relayed', 'expanded']);

function codesOf({ status, diagnostic }: ReportedRecipient): readonly string[] {
  return [status, codeIn(diagnostic ?? '')].filter((code) => code !== undefined);
}

/** Free-form reports: the first code that fits the verdict, in the first 4 KB. A bounce after days of 4.x answers may have only those. */
function textCode(mail: Mail, as: ReportVerdict['as']): string | undefined {
  return as === 'delivery' ? undefined : codeIn(mail.text.slice(0, 4096), as === 'bounce' ? '54' : '4');
}

/** The warnings of Exim and sendmail, which have no status part. Only their own words: anything doubtful is told as a bounce. */
function saysOnlyDelayed({ subject, text }: Mail): boolean {
  return (
    /^\s*warning: (?:message \S+ delayed|could not send message for past)/iu.test(subject) ||
    /\bthis is a warning message only\b|\byou do not need to resend your message\b|\bwill be retried\b.*\bno action is required\b/iu.test(
      text.slice(0, 4096),
    )
  );
}

const verdict = (as: ReportVerdict['as'], status: string | undefined): ReportVerdict => (status === undefined ? { as } : { as, status });
