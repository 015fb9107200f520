import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const wholeCompanyExtension = 'x-whole-company';

/** Lets the OpenAPI document say that a token limited to subsidiaries is refused. */
export function documentsWholeCompany(decorator: MethodDecorator & ClassDecorator) {
  return applyDecorators(decorator, ApiExtension(wholeCompanyExtension, true));
}
