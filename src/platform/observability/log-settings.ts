import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config.js';

/**
 * JSON lines on standard output. Of a request only its correlation id is bound: no headers, bodies, addresses or paths (`RequestWatch` tells
 * the route). `redact` is the belt to these braces, should a line ever carry such a field.
 */
export function logSettings({ logLevel }: Pick<Config, 'logLevel'>): Params {
  return {
    pinoHttp: {
      level: logLevel,
      autoLogging: false,
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'correlationId' },
      genReqId: (request) => request.id,
      redact: { paths: ['req', 'res', 'headers', 'body', 'token', 'password', 'authorization', '*.password', '*.token'], remove: true },
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
  };
}
