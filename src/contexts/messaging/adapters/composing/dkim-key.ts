import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '#platform/config/config.js';
import { CannotStart } from '#platform/data-directory/cannot-start.js';
import type { DkimKey } from './nodemailer-mail-composer.js';

/** The configured key, read once at start; `undefined` where none is. Throws {@link CannotStart} where it cannot be used, rather than send unsigned. */
export function dkimKeyOf({ dkim, mailDomain }: Pick<Config, 'dkim' | 'mailDomain'>): DkimKey | undefined {
  if (dkim === undefined) return undefined;
  const { selector, privateKeyFile } = dkim;
  try {
    const privateKey = readFileSync(privateKeyFile, 'utf8');
    createPrivateKey(privateKey);
    return { domain: mailDomain, selector, privateKey };
  } catch {
    throw new CannotStart(`POSTSTELLE_DKIM_KEY_FILE: ${privateKeyFile} cannot be read as a private key in PEM.`);
  }
}
