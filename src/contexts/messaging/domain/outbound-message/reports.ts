import type { MessageBounced, MessageComplainedAbout, MessageDelayReported, MessageDelivered } from './events.js';

export type ReportEvent = MessageDelivered | MessageDelayReported | MessageBounced | MessageComplainedAbout;

/** What was reported after the end, by the received message that holds the report. */
export interface Reports {
  readonly delivered?: readonly string[];
  readonly delayed?: readonly string[];
  readonly bounced?: readonly string[];
  readonly complained?: readonly string[];
}

/** One more report; the same one twice is once. */
export function afterReport(reports: Reports, event: ReportEvent): Reports {
  const { reportId } = event.data;
  switch (event.type) {
    case 'MessageDelivered':
      return { ...reports, delivered: withReport(reports.delivered, reportId) };
    case 'MessageDelayReported':
      return { ...reports, delayed: withReport(reports.delayed, reportId) };
    case 'MessageBounced':
      return { ...reports, bounced: withReport(reports.bounced, reportId) };
    case 'MessageComplainedAbout':
      return { ...reports, complained: withReport(reports.complained, reportId) };
  }
}

export function isRecorded(reports: Reports, { type, data }: ReportEvent): boolean {
  const of = { MessageDelivered: reports.delivered, MessageDelayReported: reports.delayed, MessageBounced: reports.bounced };
  const known = type === 'MessageComplainedAbout' ? reports.complained : of[type];
  return known?.includes(data.reportId) ?? false;
}

function withReport(known: readonly string[] | undefined, reportId: string): readonly string[] {
  return [...(known ?? []), reportId];
}
