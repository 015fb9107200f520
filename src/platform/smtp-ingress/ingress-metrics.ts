import type { Metrics } from '../observability/metrics.js';

/** What is counted of mail coming in. */
export function ingressMetrics(metrics: Metrics, connections: () => number) {
  metrics.gauge('smtp_connections', 'SMTP sessions open now.', async () => [{ labels: {}, value: connections() }]);
  return {
    recipients: metrics.counter('smtp_recipients_total', 'Recipients asked for, by answer.', ['answer']),
    mails: metrics.counter('smtp_mails_total', 'Mails whose content was sent, by outcome.', ['outcome']),
    durations: metrics.durations('smtp_accept_seconds', 'From DATA to the answer.', ['outcome']),
  };
}

export type IngressMetrics = ReturnType<typeof ingressMetrics>;
