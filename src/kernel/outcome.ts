/** What a rule, a command or a port answers. A refusal is an answer; an outage is an exception. */
export type Outcome<Value, Reason extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal<Reason> };

/** `reason` is stable and public; `field` names the input it is about; `facts` fill the sentence shown to a person. */
export interface Refusal<Reason extends string = string> {
  readonly reason: Reason;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Where a command took the history to: what its caller may wait for in a read model. */
export interface Receipt {
  readonly revision: bigint;
  readonly position: string;
}
