/** The first RFC 3463 code in a text whose class is one of `classes`; no part of an IP address or a version. */
export function codeIn(text: string, classes = '245'): string | undefined {
  for (const [code] of text.matchAll(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/gu)) if (classes.includes(code.charAt(0))) return code;
  return undefined;
}

/** A third of status fields are x.0.0 while the diagnostic has a finer code: the first that says something, else the first. */
export function finest(codes: readonly string[]): string | undefined {
  return codes.find((code) => !code.endsWith('.0.0')) ?? codes[0];
}
