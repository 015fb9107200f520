/** A part of the service that must work for it to be of use. */
export interface ReadinessCheck {
  /** `event store`, `smtp ingress`, … */
  readonly part: string;
  /** What is wrong, as a sentence without addresses or secrets; `undefined` where nothing is. A throw is something wrong, too. */
  check(): Promise<string | undefined>;
}

/** Where every part announces how it is asked for its state; `/readyz` asks all of them. */
export interface Readiness {
  register(check: ReadinessCheck): void;
}
export const Readiness = Symbol('Readiness');
