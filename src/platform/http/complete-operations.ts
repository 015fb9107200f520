import type { OpenAPIObject } from '@nestjs/swagger';
import { sendsMailExtension } from './documents-sending.js';
import { wholeCompanyExtension } from './documents-whole-company.js';
import type { Operation, Parameter } from './described-operation.js';
import { pathParameters } from './path-parameters.js';

const problemRef = { $ref: '#/components/schemas/Problem' };

/** What holds for every route is written down once here: how it refuses, and which headers commands take. */
export function completed(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => {
      const { get, post } = item;
      const asked = get === undefined ? {} : { get: query(withPath(path, get)) };
      const told = post === undefined ? {} : { post: command(withPath(path, post)) };
      return [path, { ...item, ...asked, ...told }];
    }),
  );
  const schemas = { ...document.components?.schemas, Problem: problemSchema };
  return { ...document, paths, components: { ...document.components, schemas } };
}

function withPath(path: string, operation: Operation): Operation {
  const described = { ...operation, parameters: pathParameters(path, operation.parameters ?? []) };
  if (path.includes('{subsidiaryId}')) Reflect.deleteProperty(described, wholeCompanyExtension);
  return described;
}

function query(operation: Operation): Operation {
  const isPublic = operation.security === undefined;
  return { ...operation, responses: { ...operation.responses, ...refusal }, ...(isPublic ? { security: [] } : {}) };
}

function command(operation: Operation): Operation {
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), ...commandHeaders(sendsMailExtension in operation)],
    responses: { ...operation.responses, ...refusal },
  };
}

const refusal = {
  default: {
    description: 'Refused, or failed: the reason is in `reason`.',
    content: { 'application/problem+json': { schema: problemRef } },
  },
};

/** A command that sends mail must carry a key. */
function commandHeaders(sendsMail: boolean): readonly Parameter[] {
  const key = 'The same key with the same body is one command, however often it is sent.';
  return [
    headerParameter('Idempotency-Key', key, '0b7f6a1e-invite-anna', sendsMail),
    headerParameter('If-Match', 'The ETag that was read: 412 where it changed meanwhile.', '"3"'),
    headerParameter('Poststelle-On-Behalf-Of', 'The employee for whom a service asks; both are recorded.', 'external:emp-17'),
  ];
}

function headerParameter(name: string, description: string, example: string, required = false): Parameter {
  return { name, in: 'header', required, description, example, schema: { type: 'string' } };
}

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'reason', 'correlationId'],
  properties: {
    type: { type: 'string' as const, example: '/api/v1/problems/not-found' },
    title: { type: 'string' as const, example: 'Not found' },
    status: { type: 'integer' as const, example: 404 },
    detail: { type: 'string' as const, example: 'There is nothing under this id in this company.' },
    reason: { type: 'string' as const, example: 'not-found' },
    field: { type: 'string' as const, example: 'address' },
    facts: { type: 'object' as const, additionalProperties: true },
    errors: {
      type: 'array' as const,
      items: { type: 'object' as const, properties: { field: { type: 'string' as const }, message: { type: 'string' as const } } },
    },
    correlationId: { type: 'string' as const, example: '0192f6a0-0000-7000-8000-000000000000' },
  },
};
