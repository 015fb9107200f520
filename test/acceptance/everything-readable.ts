import type { Operation } from '#test/service/described-api.js';
import type { PlainHttp } from '#test/service/plain-http.js';
import { sideBySide } from '#test/service/side-by-side.js';
import type { FurnishedCompany } from './furnished-company.js';
import { fillingsOf, requestFor } from './requests-of.js';

/** All that a company's own token can read, histories of everything among it, by request: two of them are equal where nothing was changed. */
export async function everythingReadable(
  http: PlainHttp,
  operations: readonly Operation[],
  company: FurnishedCompany,
): Promise<Readonly<Record<string, string>>> {
  const requests = operations
    .filter(({ method }) => method === 'GET')
    .flatMap((operation) => fillingsOf(operation, company).map((filling) => requestFor(operation, filling, company.desk.api.token)));
  const answers = await sideBySide(requests, (request) => http.ask(request));
  return Object.fromEntries(requests.map(({ path }, index) => [path, `${String(answers[index]?.status)} ${answers[index]?.text ?? ''}`]));
}
