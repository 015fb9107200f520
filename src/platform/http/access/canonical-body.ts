import canonicalize from 'canonicalize';

/** RFC 8785, so that neither the order of fields nor white space makes another body. */
export function canonicalBody(body: unknown): string {
  return body === undefined ? '' : (canonicalize(body) ?? '');
}
