/** Label values are a few fixed words: never an id, an address or anything a caller chose. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>;

export interface Counter<Name extends string> {
  add(labels: Labels<Name>, by?: number): void;
}

export interface Durations<Name extends string> {
  observe(labels: Labels<Name>, seconds: number): void;
}

/** Where everybody announces what is to be measured; names get the prefix `poststelle_`. Shown at /metrics in Prometheus' text form. */
export interface Metrics {
  counter<Name extends string = never>(name: string, help: string, labels?: readonly Name[]): Counter<Name>;
  durations<Name extends string = never>(name: string, help: string, labels?: readonly Name[]): Durations<Name>;
  /** Asked for whenever somebody looks: one value, or one for each set of labels. A failure leaves the gauge out, and is logged. */
  gauge<Name extends string = never>(
    name: string,
    help: string,
    read: () => Promise<readonly { readonly labels: Labels<Name>; readonly value: number }[]>,
    labels?: readonly Name[],
  ): void;
}
export const Metrics = Symbol('Metrics');
