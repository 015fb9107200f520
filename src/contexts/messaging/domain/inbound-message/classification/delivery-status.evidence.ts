import type { Evidence } from './evidence.js';

/** RFC 3464: a delivery-status part that speaks of somebody, under whatever top type (54 % of bounces). */
export const deliveryStatus: Evidence = {
  name: 'delivery-status',
  proves: 'delivery-report',
  seenIn: ({ mail }) => mail.deliveryReport !== undefined && mail.deliveryReport.recipients.length > 0,
};
