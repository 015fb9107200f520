/**
 * Secrets of a company that must come back in clear: passwords, refresh tokens, private keys. They are encrypted in the vault alone; events hold
 * the id. What concerns the whole service is kept for {@link wholeService}.
 */
export interface Secrets {
  /** Durable when it answers; returns the secret's id. `kind`: what {@link keptBefore} finds it among. */
  keep(companyId: string, kind: string, secret: string): Promise<string>;
  /** What was kept of this kind before that time and is not destroyed, for whoever knows which of them are still used. */
  keptBefore(kind: string, before: Date): Promise<readonly { readonly secretId: string; readonly companyId: string }[]>;
  /** The secret of that name, made at first use: everybody who asks at the same time gets the one that was kept. */
  provide(companyId: string, name: string, make: () => Promise<string>): Promise<string>;
  /** `undefined` where it was destroyed on purpose. Throws {@link SecretMissing} where no such secret was ever kept. */
  reveal(secretId: string): Promise<string | undefined>;
  /** Destroying twice is once; a secret that was never kept leaves a tombstone, too. */
  destroy(secretId: string): Promise<void>;
}
export const Secrets = Symbol('Secrets');

/** Stands where a company id stands, for keys and secrets that belong to none. */
export const wholeService = '';

export class SecretMissing extends Error {
  override readonly name = 'SecretMissing';
  constructor(secretId: string) {
    super(`The vault has neither the secret ${secretId} nor a tombstone of it: it may be older than the event log.`);
  }
}
