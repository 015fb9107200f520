import type { Refusals, RefusalText } from '../refusals.js';

/** All public reasons of the service. Registering the same text twice is once; another text under a known reason is a fault of ours. */
export class RefusalRegistry implements Refusals {
  private readonly texts = new Map<string, RefusalText>();

  register(texts: Readonly<Record<string, RefusalText>>): void {
    for (const [reason, text] of Object.entries(texts)) {
      const known = this.texts.get(reason);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(text))
        throw new Error(`The refusal ${reason} is registered twice, with different texts.`);
      this.texts.set(reason, text);
    }
  }

  find(reason: string): RefusalText | undefined {
    return this.texts.get(reason);
  }

  /** In the order of the alphabet. */
  all(): readonly (RefusalText & { readonly reason: string })[] {
    return [...this.texts].map(([reason, text]) => ({ reason, ...text })).sort((one, other) => one.reason.localeCompare(other.reason));
  }
}
