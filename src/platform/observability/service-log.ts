import { Injectable, type LoggerService } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** What Nest says of its own start, a line for each route; of interest to nobody who does not look for it. */
const framework = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication', 'WebSocketsController'];

const startFailed = ['ExceptionHandler', 'NestApplication'];

/** pino behind Nest's logger, with the framework's own talk at `debug`. */
@Injectable()
export class ServiceLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    if (framework.includes(String(more.at(-1)))) this.pino.debug(message, ...more);
    else this.pino.log(message, ...more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.pino.fatal(message, ...more);
  }

  error(message: unknown, ...more: unknown[]): void {
    // Nest tells a failed start here and throws it as well: whoever starts the service tells it once, in words.
    if (startFailed.includes(String(more.at(-1)))) return;
    this.pino.error(message, ...more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.pino.warn(message, ...more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.pino.debug(message, ...more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.pino.verbose(message, ...more);
  }
}
