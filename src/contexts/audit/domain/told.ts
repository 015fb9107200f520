/** The same thing said in both languages of the product. */
export interface Told {
  readonly en: string;
  readonly de: string;
}

/** Stored facts as an auditor sees them: personal fields are placeholders. */
export type Facts = Readonly<Record<string, unknown>>;

/** One sentence for each stored type of event; `{a.b}` stands for a fact as it is, `{#a}` for a code in words, `–` for what is missing. */
export type Explanations = Readonly<Record<`${string}.${string}`, Told>>;
