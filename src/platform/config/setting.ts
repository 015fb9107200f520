/** One thing that the operator may decide by an environment variable. */
export interface Setting<Value> {
  readonly name: `POSTSTELLE_${string}`;
  /** What holds where the variable is not set, in words for the README. */
  readonly otherwise: string;
  readonly meaning: string;
  readonly fallback: Value;
  /** The value, or what is wrong with the text, to be read after the variable's name («… must be a number»). Never repeats the text: it may be a secret. */
  read(text: string): Read<Value>;
}

export type Read<Value> = { readonly value: Value } | { readonly wrong: string };

type Name = Setting<unknown>['name'];

export function setting<Value extends string | number>(
  name: Name,
  fallback: NoInfer<Value>,
  read: (text: string) => Read<Value>,
  meaning: string,
): Setting<Value> {
  return { name, fallback, otherwise: String(fallback), meaning, read };
}

/** A setting that is absent unless the operator sets it; `otherwise` tells what happens then. */
export function optional<Value>(
  name: Name,
  otherwise: string,
  read: (text: string) => Read<Value>,
  meaning: string,
): Setting<Value | undefined> {
  return { name, fallback: undefined, otherwise, meaning, read };
}
