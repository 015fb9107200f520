/** What mail clients put before the subject of what they forward, in their languages. */
const prefix = /^\s*(?:fwd?|wg|tr|rv|i|enc|pd|vs|vb|vl|redir\.?|videresend|ilt|i̇lt|doorst|reenviado)\s*:/iu;

export function looksForwarded(subject: string): boolean {
  return prefix.test(subject.normalize('NFC').toLowerCase());
}
