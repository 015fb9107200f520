import { Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter as PrometheusCounter, Gauge, Histogram, Registry } from 'prom-client';
import { errorForLog } from './error-for-log.js';
import type { Counter, Durations, Labels, Metrics } from './metrics.js';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A registry of its own for each application, so that two in one process (specs) do not meet. */
export class PrometheusMetrics implements Metrics {
  private readonly registry = new Registry();
  private readonly log = new Logger('Metrics');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  counter<Name extends string = never>(name: string, help: string, labels: readonly Name[] = []): Counter<Name> {
    const counter = new PrometheusCounter({ name: `poststelle_${name}`, help, labelNames: labels, registers: [this.registry] });
    return {
      add: (values, by = 1) => {
        counter.inc({ ...values }, by);
      },
    };
  }

  durations<Name extends string = never>(name: string, help: string, labels: readonly Name[] = []): Durations<Name> {
    const histogram = new Histogram({ name: `poststelle_${name}`, help, labelNames: labels, buckets, registers: [this.registry] });
    return {
      observe: (values, seconds) => {
        histogram.observe({ ...values }, seconds);
      },
    };
  }

  gauge<Name extends string = never>(
    name: string,
    help: string,
    read: () => Promise<readonly { readonly labels: Labels<Name>; readonly value: number }[]>,
    labels: readonly Name[] = [],
  ): void {
    const log = this.log;
    new Gauge({
      name: `poststelle_${name}`,
      help,
      labelNames: labels,
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          for (const { labels: values, value } of await read()) this.set({ ...values }, value);
        } catch (error) {
          log.warn(errorForLog(error), `The gauge ${name} could not be read.`);
        }
      },
    });
  }
}
