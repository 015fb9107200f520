import type { Mail } from '../mail.js';

/** Every value of a header field, trimmed, in lower case: the fields that tell automatic mail are compared without case. */
export function valuesOf(mail: Mail, name: string): readonly string[] {
  return mail.headers.filter((field) => field.name === name).map((field) => field.value.trim().toLowerCase());
}

/** Whether the field stands there with any value that is not a plain `no`. */
export function bears(mail: Mail, name: string): boolean {
  return valuesOf(mail, name).some((value) => value !== 'no' && value !== '');
}
