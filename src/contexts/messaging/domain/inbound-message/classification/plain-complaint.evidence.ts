import type { Evidence } from './evidence.js';

/** Providers from before RFC 5965 complain in plain mail, and send the mail back that they complain about. */
const subjects =
  /^(?:fw:|fwd:)?\s*(?:complaint about (?:a )?message from|email feedback report for|abuse (?:report|complaint) (?:for|about))\b/iu;

export const plainComplaint: Evidence = {
  name: 'complaint-in-plain-mail',
  proves: 'complaint',
  seenIn: ({ mail: { subject, returned, quoted } }) =>
    subjects.test(subject) && (returned !== undefined || quoted.outboundMessageIds.length > 0 || quoted.tokens.length > 0),
};
