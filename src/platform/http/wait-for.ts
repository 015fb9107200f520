import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Position } from '#kernel/position.js';
import { InputInvalid } from './input-invalid.js';

/**
 * `?waitFor=<position>`: the position of an answered command, which the rows shall have reached before they are read. The handler awaits
 * `readModel.reached(position)`; a position of another store is 400 `position-unknown`, rows that stay behind are 503 `read-model-behind`.
 */
export const WaitFor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Position | undefined => {
    const { waitFor } = context.switchToHttp().getRequest<{ query: Readonly<Record<string, unknown>> }>().query;
    if (waitFor === undefined || waitFor === '') return undefined;
    if (typeof waitFor === 'string' && waitFor.length <= 200) return waitFor;
    throw new InputInvalid([{ field: 'waitFor', message: 'waitFor must be one position, as a command answered it' }]);
  },
  [
    (target, key) => {
      const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
      if (key === undefined || descriptor === undefined) return;
      const description = 'Position that a command answered: the answer waits (5 s at most) until it is seen.';
      ApiQuery({ name: 'waitFor', required: false, schema: { type: 'string' }, description })(target, key, descriptor);
    },
  ],
);
