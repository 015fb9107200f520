import { namesInPath, type Operation } from '#test/service/described-api.js';
import type { Schema } from '#test/service/described-schema.js';
import type { PlainRequest } from '#test/service/plain-http.js';
import type { FurnishedCompany } from './furnished-company.js';
import { bodyFor, type Filling, fillingsOf, requestFor } from './requests-of.js';

interface Companies {
  /** Whose ids are used. */
  readonly of: FurnishedCompany;
  /** Who uses them, with a token of their own. */
  readonly at: FurnishedCompany;
}

/** Parameters that name nothing of a company's. */
const impersonal = new Set(['companyId', 'kind', 'index']);

/** Every operation with one id of another company in its path, and with that company's external ids where it has some. */
export function foreignPaths(operations: readonly Operation[], { of, at }: Companies): readonly PlainRequest[] {
  return operations.flatMap((operation) => {
    const wanted = operation.body === undefined ? {} : { body: bodyFor(operation.body, at) };
    return fillingsOf(operation, at).flatMap((own, way) =>
      namesInPath(operation.path)
        .filter((name) => !impersonal.has(name))
        .flatMap((name) => foreign(name, fillingsOf(operation, of)[way] ?? {}, of).map((id) => ({ ...own, [name]: id })))
        .map((filling) => requestFor(operation, filling, at.desk.api.token, wanted)),
    );
  });
}

function foreign(name: string, theirs: Filling, { desk }: FurnishedCompany): readonly string[] {
  const external: Filling = {
    candidateId: `external:${desk.slug}-anna`,
    applicationId: `external:${desk.slug}-application`,
    subsidiaryId: `external:${desk.slug}-north`,
    employeeId: `external:${desk.slug}-one`,
    id: `external:${desk.slug}-anna`,
  };
  return [theirs[name] ?? '', external[name] ?? ''].filter((id) => id !== '');
}

/** Every operation with one id of another company in its body. */
export function foreignBodies(operations: readonly Operation[], { of, at }: Companies): readonly PlainRequest[] {
  return operations.flatMap((operation) => {
    const { body } = operation;
    if (body === undefined) return [];
    const bodies = withForeignIds(body, { of, at });
    return fillingsOf(operation, at).flatMap((own) => bodies.map((each) => requestFor(operation, own, at.desk.api.token, { body: each })));
  });
}

type Body = Readonly<Record<string, unknown>>;

function withForeignIds(schema: Schema, { of, at }: Companies): readonly Body[] {
  const own = bodyFor(schema, at);
  const theirs: Readonly<Record<string, readonly string[]>> = {
    candidateId: [of.candidateId, `external:${of.desk.slug}-anna`],
    applicationId: [of.applicationId, `external:${of.desk.slug}-application`],
    subsidiaryId: [of.subsidiaryId, `external:${of.desk.slug}-north`],
    answers: of.receivedIds,
    to: [of.address],
  };
  return Object.entries(schema.properties).flatMap(([name, each]) => {
    const values = each.type === 'object' ? withForeignIds(each, { of, at }) : (theirs[name] ?? []);
    return values.map((value) => ({ ...own, [name]: value }));
  });
}
