import { X509Certificate } from 'node:crypto';
import { allow, refuse } from '#kernel/decision.js';
import { certificatesIn } from '../domain/recruiting-mailbox/channel.js';

/**
 * The certificates of a PEM file that somebody gave, and nothing else of it: what is kept with a connection stands in its history for ever, and a private
 * key has no business there.
 */
export function authorityIn(pem: string) {
  const field = 'certificateAuthority';
  if (/PRIVATE KEY/.test(pem)) return refuse('certificate-authority-with-key', { field });
  const certificates = certificatesIn(pem);
  if (certificates.length === 0 || !certificates.every(isCertificate)) return refuse('certificate-authority-unreadable', { field });
  return allow(`${certificates.join('\n')}\n`);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== '';
  } catch {
    // OpenSSL could read nothing in it, whatever else it is.
    return false;
  }
}
