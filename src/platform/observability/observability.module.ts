import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config.js';
import { HealthController } from './health.controller.js';
import { logSettings } from './log-settings.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { PrometheusMetrics } from './prometheus-metrics.js';
import { ReadinessChecks } from './readiness-checks.js';
import { Readiness } from './readiness.js';
import { RequestWatch } from './request-watch.js';
import { ServiceLog } from './service-log.js';

/** Logs, metrics, and whether the service is of use right now. */
@Global()
@Module({
  imports: [LoggerModule.forRootAsync({ inject: [Config], useFactory: logSettings })],
  controllers: [HealthController, MetricsController],
  providers: [
    ReadinessChecks,
    PrometheusMetrics,
    RequestWatch,
    ServiceLog,
    { provide: Readiness, useExisting: ReadinessChecks },
    { provide: Metrics, useExisting: PrometheusMetrics },
  ],
  exports: [Readiness, Metrics],
})
export class ObservabilityModule {}
