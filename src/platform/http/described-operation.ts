import type { OpenAPIObject } from '@nestjs/swagger';

/** An operation as OpenAPI describes it. */
export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Parameter = NonNullable<Operation['parameters']>[number];
