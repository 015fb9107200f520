/** What is known of something thrown. Told by its fields and not by `instanceof`: a native module throws the errors of whoever loaded it first. */
export function faultOf(error: unknown): { readonly code: string; readonly message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : 'unknown error';
  return { code, message };
}
