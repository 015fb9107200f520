import type { Evidence } from './evidence.js';

/** RFC 6522: a multipart/report about a delivery though its status part is missing or broken; not feedback, not a read receipt. */
export const reportStructure: Evidence = {
  name: 'report-structure',
  proves: 'delivery-report',
  seenIn: ({ mail }) =>
    mail.contentType === 'multipart/report' && mail.feedbackType === undefined && !otherReports.has(mail.reportType ?? 'delivery-status'),
};

const otherReports = new Set(['feedback-report', 'disposition-notification', 'tlsrpt', 'dmarc-report']);
