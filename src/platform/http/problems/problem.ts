import type { Refusal } from '#kernel/outcome.js';
import type { FieldError } from '../input-invalid.js';
import type { RefusalText } from '../refusals.js';

/** RFC 9457, with what this service adds: `reason`, `field`, `facts`, `errors`, `correlationId`. */
export interface Problem {
  /** Stable; the page under it says what the reason means. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly reason: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  readonly correlationId: string;
}

export function problem(
  refusal: Refusal,
  text: RefusalText,
  request: { readonly baseUrl: string; readonly correlationId: string; readonly conditional: boolean },
  errors?: readonly FieldError[],
): Problem {
  return {
    type: `${request.baseUrl}/api/v1/problems/${refusal.reason}`,
    title: text.title,
    // RFC 9110: 412 is the answer to a condition of the caller's; without one it is a conflict.
    status: text.status === 412 && !request.conditional ? 409 : text.status,
    detail: filled(text.detail, refusal.facts ?? {}),
    reason: refusal.reason,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.facts === undefined ? {} : { facts: refusal.facts }),
    ...(errors === undefined ? {} : { errors }),
    correlationId: request.correlationId,
  };
}

/** The sentence of a refusal, with its facts. */
export function filled(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => (name in facts ? String(facts[name]) : placeholder));
}
