import { randomUUID } from 'node:crypto';
import { namesInPath, type Operation, type Parameter } from '#test/service/described-api.js';
import { exampleOf, type Schema } from '#test/service/described-schema.js';
import type { PlainRequest } from '#test/service/plain-http.js';
import type { FurnishedCompany } from './furnished-company.js';

/** Parameters of a path by name. */
export type Filling = Readonly<Record<string, string>>;

/** Every way in which a company's own things fit the path of an operation: a history for each kind, a received message of each kind. */
export function fillingsOf({ path }: Pick<Operation, 'path'>, company: FurnishedCompany): readonly Filling[] {
  const own = Object.fromEntries(namesInPath(path).map((name) => [name, idOf(path, name, company)]));
  if (path.includes('/history/')) return historiesOf(company).map(([kind, id]) => ({ ...own, kind, id }));
  if (path.includes('/received-messages/')) return company.receivedIds.map((messageId) => ({ ...own, messageId }));
  return [own];
}

function idOf(path: string, name: string, company: FurnishedCompany): string {
  const known: Filling = {
    companyId: company.desk.id,
    candidateId: company.candidateId,
    applicationId: company.applicationId,
    subsidiaryId: company.subsidiaryId,
    employeeId: company.employeeId,
    messageId: path.includes('/received-messages/') ? company.receivedIds[0] : company.sentId,
    kind: 'candidates',
    id: company.candidateId,
    testId: path.includes('/subsidiaries/') ? company.testIds[1] : company.testIds[0],
    index: '0',
    reason: 'not-found',
    name: 'sent_messages',
  };
  const found = known[name];
  if (found === undefined) throw new Error(`Nobody has said what {${name}} of ${path} is: say it here.`);
  return found;
}

function historiesOf(company: FurnishedCompany): readonly (readonly [kind: string, id: string])[] {
  return [
    ['companies', company.desk.id],
    ['mailboxes', company.mailboxId],
    ['employees', company.employeeId],
    ['candidates', company.candidateId],
    ['sent-messages', company.sentId],
    ...company.receivedIds.map((id) => ['received-messages', id] as const),
  ];
}

/** A body as the document shows it, about the company's own things. */
export function bodyFor(schema: Schema, company: FurnishedCompany): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, valueFor(name, each, company)]));
}

function valueFor(name: string, schema: Schema, company: FurnishedCompany): unknown {
  if (schema.type === 'object') return bodyFor(schema, company);
  const own: Readonly<Record<string, string>> = {
    candidateId: company.candidateId,
    applicationId: company.applicationId,
    subsidiaryId: company.subsidiaryId,
    answers: company.receivedIds[0],
    to: company.address,
    externalId: randomUUID(),
    slug: `s${randomUUID().slice(0, 8)}`,
    tag: `t${randomUUID().slice(0, 8)}`,
  };
  return own[name] ?? exampleOf(schema);
}

/** As a well-behaved caller would ask it. `query` comes on top of what the operation wants. */
export function requestFor(
  operation: Operation,
  filling: Filling,
  token: string | undefined,
  { body, query = {} }: Wanted = {},
): PlainRequest {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filling[name] ?? ''));
  const asked = new URLSearchParams({ ...needed(operation.parameters), ...query }).toString();
  return {
    method: operation.method,
    path: asked === '' ? path : `${path}?${asked}`,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(operation.method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

interface Wanted {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

function needed(parameters: readonly Parameter[]): Readonly<Record<string, string>> {
  const today = new Date().toISOString().slice(0, 10);
  const values: Readonly<Record<string, string>> = { from: '2026-01-01', to: today };
  const names = parameters.filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
}
