import { describe, expect, it } from '@jest/globals';
import { PrometheusMetrics } from './prometheus-metrics.js';

describe('metrics', () => {
  it('are counters, durations and gauges under the name of the service', async () => {
    const metrics = new PrometheusMetrics();
    metrics.counter('mails_total', 'Mails', ['outcome']).add({ outcome: 'accepted' }, 2);
    metrics.durations('work_seconds', 'Work').observe({}, 0.2);
    metrics.gauge('lag_seconds', 'Lag', async () => [{ labels: { projection: 'a' }, value: 3 }], ['projection']);
    const text = await metrics.text();
    expect(text).toContain('poststelle_mails_total{outcome="accepted"} 2');
    expect(text).toContain('poststelle_work_seconds_bucket{le="0.25"} 1');
    expect(text).toContain('poststelle_lag_seconds{projection="a"} 3');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('are shown without a gauge that cannot be read', async () => {
    const metrics = new PrometheusMetrics();
    metrics.gauge('broken', 'Broken', () => Promise.reject(new Error('no')));
    metrics.gauge('whole', 'Whole', async () => [{ labels: {}, value: 1 }]);
    expect(await metrics.text()).toContain('poststelle_whole 1');
  });
});
