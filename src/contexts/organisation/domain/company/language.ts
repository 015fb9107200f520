/** The canonical form of a BCP 47 language tag (`de-at` is `de-AT`); `undefined` where it is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    // RFC 5646 grammar is known to Intl alone, which answers malformed tags by a RangeError.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
