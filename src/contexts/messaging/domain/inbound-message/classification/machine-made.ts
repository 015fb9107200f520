import type { Mail } from '../mail.js';
import { bears, valuesOf } from './header-values.js';

/** The mail says that a machine wrote it, without saying whether it answers something (RFC 3834, and `Precedence` of older systems). */
export function saysGenerated(mail: Mail): boolean {
  return (
    valuesOf(mail, 'auto-submitted').some((value) => value !== '' && !value.startsWith('no')) ||
    bears(mail, 'x-auto-generated') ||
    // Lists write `Precedence: bulk` into everybody's mail; there it says nothing about who wrote.
    (!fromList(mail) && valuesOf(mail, 'precedence').some((value) => value === 'bulk' || value === 'junk'))
  );
}

export function answersSomething(mail: Mail): boolean {
  return mail.inReplyTo.length > 0 || mail.references.length > 0;
}

/** RFC 2919, RFC 2369. */
export function fromList(mail: Mail): boolean {
  return mail.headers.some(({ name }) => listFields.has(name)) || valuesOf(mail, 'precedence').includes('list');
}

const listFields = new Set(['list-id', 'list-post', 'list-unsubscribe', 'list-help', 'list-subscribe', 'list-archive', 'list-owner']);
