import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, InputInvalid } from './input-invalid.js';

/** Bodies and queries against their classes: unknown fields are refused, and no message repeats a value. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InputInvalid(errors.flatMap((error) => fieldErrors(error, ''))),
  });
}

function fieldErrors(error: ValidationError, parent: string): readonly FieldError[] {
  const field = `${parent}${error.property.slice(0, 80)}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    field,
    message: constraint === 'whitelistValidation' ? 'unknown field' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${field}.`))];
}
