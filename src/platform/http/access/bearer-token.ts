/** RFC 6750: the token of an Authorization header; the scheme is compared without case. */
export function bearerToken(authorization: string | undefined): string | undefined {
  const [, token] = /^bearer +([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(authorization ?? '') ?? [];
  return token;
}
