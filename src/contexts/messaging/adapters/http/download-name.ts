// Control characters, what separates paths, and what turns the direction of writing (cv[U+202E]fdp.exe).
const unsafe = /[\p{Cc}\p{Bidi_Control}/\\]/gu;

/** A name for a download: no path, no direction marks, not hidden, of bounded length. */
export function safeFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(unsafe, '_')
    .replace(/^[\s.]+/u, '')
    .trim()
    .slice(0, 150);
  return plain === '' ? 'attachment' : plain;
}

/** What the sender says it is, where that is a media type at all; never a page that a browser would show. */
export function safeContentType(said: string): string {
  const type = said.trim().toLowerCase();
  const isPlain = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,100}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}$/u.test(type);
  return isPlain && !/html|xml|svg|javascript|ecmascript|multipart/u.test(type) ? type : 'application/octet-stream';
}
