/** How a refusal is told over HTTP: the status, and a sentence a person can act on, in which `{fact}` is filled from the refusal's facts. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 414 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  readonly detail: string;
}

/** Where contexts announce their public reasons; the page of all refusals and every problem answer are made from it. */
export interface Refusals {
  register(texts: Readonly<Record<string, RefusalText>>): void;
}
export const Refusals = Symbol('Refusals');
