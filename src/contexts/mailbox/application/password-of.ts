import { allow, refuse } from '#kernel/decision.js';
import type { ConnectionSecrets } from './connection-secrets.js';

/** A password that was typed, or one that the vault keeps. */
export type PasswordSource = { readonly typed: string } | { readonly secretId: string };

/** The password in clear, for one conversation with the server. */
export async function passwordOf(source: PasswordSource, secrets: ConnectionSecrets) {
  const password = 'typed' in source ? source.typed : await secrets.reveal(source.secretId);
  return password === undefined ? refuse('password-missing', { field: 'password' }) : allow(password);
}
