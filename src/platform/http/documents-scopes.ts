import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

/** Lets the OpenAPI document say what a token needs. */
export function documentsScopes(decorator: MethodDecorator & ClassDecorator, scopes: readonly string[], joined: string) {
  return applyDecorators(decorator, ApiBearerAuth(), ApiExtension('x-scopes', scopes.join(joined)));
}
