/** Ids and codes of what changed; never a name, an address or a word that somebody wrote. */
export type ChangeFacts = Readonly<Record<string, string>>;

/** What a platform that polls hears of an event, in words of its own that stay when the stored form changes. A change of meaning is a new version. */
export interface PublicChange {
  readonly type: `${string}.${string}`;
  readonly version: number;
  readonly facts: ChangeFacts;
}

/** Nobody outside has to know, and why. */
export interface NotPublic {
  readonly ignored: string;
}

export function change(type: PublicChange['type'], facts: Readonly<Record<string, string | undefined>> = {}): PublicChange {
  const told = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { type, version: 1, facts: Object.fromEntries(told) };
}

export function notPublic(reason: string): NotPublic {
  return { ignored: reason };
}
