import type { Metrics } from '../observability/metrics.js';
import type { Readiness } from '../observability/readiness.js';
import type { ProjectionStatus } from './projection-status.js';

const tolerableLagSeconds = 60;

/** Tells metrics how far every projection is behind, and readiness which of them cannot be relied on. */
export function announceProjections(runner: { status(): readonly ProjectionStatus[] }, readiness: Readiness, metrics: Metrics): void {
  const lag = async () => runner.status().map(({ name, lagSeconds }) => ({ labels: { projection: name }, value: lagSeconds }));
  metrics.gauge('projection_lag_seconds', 'Age of the oldest event that a projection has not handled', lag, ['projection']);
  readiness.register({
    part: 'projections',
    check: async () =>
      runner
        .status()
        .map(wrongWith)
        .find((wrong) => wrong !== undefined),
  });
}

function wrongWith({ name, state, lagSeconds }: ProjectionStatus): string | undefined {
  if (state === 'building') return `The read model ${name} is being built.`;
  if (state === 'stopped') return `The look-up ${name} has stopped at an event that it cannot read; see the log.`;
  return lagSeconds > tolerableLagSeconds ? `The read model ${name} is ${Math.round(lagSeconds)} s behind.` : undefined;
}
