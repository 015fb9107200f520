import { soundsAutomatic } from './automatic-subject.hint.js';
import { daemonNamesCode } from './daemon-names-code.evidence.js';
import { daemonReturnsMessage } from './daemon-returns-message.evidence.js';
import { daemonSaysFailed } from './daemon-says-failed.evidence.js';
import { nullSenderReport } from './null-sender-report.evidence.js';
import { plainComplaint } from './plain-complaint.evidence.js';
import type { MailKind } from '../events.js';
import { abuseFeedback } from './abuse-feedback.evidence.js';
import { autoSubmittedReply } from './auto-submitted-reply.evidence.js';
import { autoresponderField } from './autoresponder-field.evidence.js';
import { daemonQuotesOurs } from './daemon-quotes-ours.evidence.js';
import { deliveryStatus } from './delivery-status.evidence.js';
import type { Arrived, Evidence } from './evidence.js';
import { exchangeRulesLoop } from './exchange-rules-loop.evidence.js';
import { failedRecipients } from './failed-recipients.evidence.js';
import { generatedAnswer } from './generated-answer.evidence.js';
import { generatedMail } from './generated-mail.evidence.js';
import { listFields } from './list-fields.evidence.js';
import { otherReport } from './other-report.evidence.js';
import { ownTest } from './own-test.evidence.js';
import { ownMessageId } from './own-message-id.evidence.js';
import { reportStructure } from './report-structure.evidence.js';

/** Raised with every change of evidence or order. */
export const classifierVersion = '2';

/**
 * The whole policy, strongest first: own test, own loop, complaint, delivery report, auto-reply, other automatic mail, lists; else a person wrote it.
 * Reports come before auto-replies because 44 % of bounces carry Auto-Submitted, and all of it before threads because 7 % of bounces
 * carry In-Reply-To and would be filed as the candidate's answer. No piece of it is a subject: a localised subject alone never takes a
 * mail from a person.
 */
const policy: readonly Evidence[] = [
  ownTest,
  ownMessageId,
  abuseFeedback,
  plainComplaint,
  deliveryStatus,
  reportStructure,
  failedRecipients,
  daemonQuotesOurs,
  daemonReturnsMessage,
  daemonNamesCode,
  daemonSaysFailed,
  autoSubmittedReply,
  exchangeRulesLoop,
  autoresponderField,
  nullSenderReport,
  generatedAnswer,
  otherReport,
  generatedMail,
  listFields,
];

/** A mark only: such a mail stays with the people. */
export const probablyAutomatic = 'subject-sounds-automatic';

export interface Classification {
  readonly kind: MailKind;
  /** Everything that speaks for the kind, strongest first; for a person at most that the subject sounds automatic. */
  readonly evidence: readonly string[];
}

export function classify(arrived: Arrived): Classification {
  const seen = policy.filter((evidence) => evidence.seenIn(arrived));
  const kind = seen[0]?.proves;
  if (kind === undefined) return { kind: 'person', evidence: soundsAutomatic(arrived.mail.subject) ? [probablyAutomatic] : [] };
  return { kind, evidence: seen.filter((evidence) => evidence.proves === kind).map((evidence) => evidence.name) };
}
