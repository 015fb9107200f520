import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Durations, Metrics } from './metrics.js';

/** One log line and one measurement for each answered request: route, status, time. The route stands for the path, which may hold what a caller chose. */
@Injectable()
export class RequestWatch implements OnModuleInit {
  private readonly log = new Logger('HTTP');
  private readonly durations: Durations<'method' | 'route' | 'status'>;

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(Metrics) metrics: Metrics,
  ) {
    this.durations = metrics.durations('http_request_seconds', 'Time to answer a request', ['method', 'route', 'status']);
  }

  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    server.addHook('onResponse', async (request, reply) => {
      this.note(request, reply);
    });
  }

  private note(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? 'none';
    const status = String(reply.statusCode);
    const seconds = reply.elapsedTime / 1000;
    this.durations.observe({ method: request.method, route, status }, seconds);
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      seconds: Number(seconds.toFixed(4)),
    };
    if (reply.statusCode >= 500) this.log.warn(line, 'answered');
    else if (isOperators(route)) this.log.debug(line, 'answered');
    else this.log.log(line, 'answered');
  }
}

/** Asked every few seconds by machines. */
function isOperators(route: string): boolean {
  return route === '/healthz' || route === '/readyz' || route === '/metrics';
}
