import { accept } from '#kernel/decision.js';
import { isHard } from './bounce-hardness.js';
import type { MessageAccepted } from './events.js';
import type { OutboundMessage } from './outbound-message.js';
import { isRecorded, type ReportEvent } from './reports.js';

export interface Report {
  readonly as: 'bounce' | 'delay' | 'delivery' | 'complaint';
  /** The received message that holds it. */
  readonly reportId: string;
  /** RFC 3463, where the report has one. */
  readonly status?: string;
}

/**
 * What was filed on the message after it left. A delay is no failure (S18). Whatever was reported of an uncertain message proves that the server had taken
 * it, so it is accepted first and never sent again (S27).
 */
export function recordReport(message: OutboundMessage, report: Report) {
  const event = reportEvent(report);
  if (isRecorded(message.reports, event)) return accept();
  if (message.state !== 'uncertain') return accept<MessageAccepted | ReportEvent>(event);
  return accept<MessageAccepted | ReportEvent>({ type: 'MessageAccepted', data: { by: 'server' } }, event);
}

function reportEvent({ as, reportId, status }: Report): ReportEvent {
  const withStatus = { reportId, ...(status === undefined ? {} : { status }) };
  switch (as) {
    case 'bounce':
      return { type: 'MessageBounced', data: { ...withStatus, hard: isHard(status) } };
    case 'delay':
      return { type: 'MessageDelayReported', data: withStatus };
    case 'delivery':
      return { type: 'MessageDelivered', data: { reportId } };
    case 'complaint':
      return { type: 'MessageComplainedAbout', data: { reportId } };
  }
}
