import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const sendsMailExtension = 'x-sends-mail';

/** Lets the OpenAPI document say that a command must carry an `Idempotency-Key`. */
export function documentsSending(decorator: MethodDecorator & ClassDecorator) {
  return applyDecorators(decorator, ApiExtension(sendsMailExtension, true));
}
