import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Lets the OpenAPI document say that a token limited to subsidiaries is refused. */
export function documentsWholeCompany(decorator: MethodDecorator & ClassDecorator) {
  return applyDecorators(decorator, ApiExtension('x-whole-company', true));
}
