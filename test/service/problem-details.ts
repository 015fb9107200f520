import { type Facts, factsOf, itemsOf, textOf } from './mailroom.js';
import type { PlainAnswer } from './plain-http.js';
import type { StartedService } from './started-service.js';

/** What gives away how the service is made. */
const inside = /node_modules|\n\s+at |\.[jt]s:\d+|Error:|\bSQLITE_|\bundefined\b|\[object /;

/** Judges refusals: RFC 9457, a registered reason, a sentence, and nothing of what was sent. */
export class ProblemJudge {
  private constructor(private readonly known: ReadonlyMap<string, Facts>) {}

  static async of(service: StartedService): Promise<ProblemJudge> {
    const listed = itemsOf(factsOf(await (await fetch(`${service.url}/api/v1/problems`)).json()));
    return new ProblemJudge(new Map(listed.map((each) => [textOf(each['reason']), each])));
  }

  /** What is wrong with an answer that must be a refusal; `undefined` for nothing. `secret` must not come back in it. */
  faultOf({ status, headers, text }: PlainAnswer, secret?: string): string | undefined {
    if (status < 400) return `was accepted with ${String(status)}`;
    if (status >= 500) return `answered ${String(status)}: ${text.slice(0, 300)}`;
    if (!/^application\/problem\+json(;|$)/.test(headers['content-type'] ?? '')) return `no problem details: ${text.slice(0, 300)}`;
    if (inside.test(text)) return `tells how it is made: ${text.slice(0, 300)}`;
    if (secret !== undefined && `${text}${JSON.stringify(headers)}`.includes(secret)) return `repeats what was sent: ${text.slice(0, 300)}`;
    return this.faultInBody(status, factsOf(JSON.parse(text)));
  }

  private faultInBody(status: number, body: Facts): string | undefined {
    const { type, title, detail, reason } = body;
    const known = typeof reason === 'string' ? this.known.get(reason) : undefined;
    if (known === undefined) return `the reason ${JSON.stringify(reason)} is not in /api/v1/problems`;
    if (body['status'] !== status) return `says ${JSON.stringify(body['status'])} and is ${String(status)}`;
    if (type !== `/api/v1/problems/${textOf(reason)}` || title !== known['title'])
      return `has another type or title: ${JSON.stringify(body)}`;
    // 412 without a condition of the caller's is told as 409.
    if (known['status'] !== status && !(known['status'] === 412 && status === 409))
      return `has another status than ${JSON.stringify(known)}`;
    return isSentence(detail) ? undefined : `has no sentence for a person: ${JSON.stringify(detail)}`;
  }
}

function isSentence(detail: unknown): boolean {
  return typeof detail === 'string' && /^[A-Za-z].{10,}[.)]$/s.test(detail) && !/\{\w+\}/.test(detail);
}

/** The reason of a refusal; throws for anything else. */
export function reasonOf({ text }: PlainAnswer): string {
  return textOf(factsOf(JSON.parse(text))['reason']);
}
