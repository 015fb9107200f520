const address = /[^\s<>"'()]+@[^\s<>"'()]+/g;
const credentials = /\/\/[^\s/@]*@/g;

/** What of an error may stand in a log: its class, code, message without anything that looks like an address, and where it happened. */
export function errorForLog(error: unknown): { readonly error: string; readonly code?: string; readonly at?: readonly string[] } {
  if (!(error instanceof Error)) return { error: `a thrown ${typeof error}` };
  const message = error.message.replace(credentials, '//[credentials]@').replace(address, '[address]').slice(0, 500);
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim());
  return {
    error: `${error.name}: ${message}`,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: at.slice(0, 12),
  };
}
