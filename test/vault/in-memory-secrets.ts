import { randomUUID } from 'node:crypto';
import { SecretMissing, type Secrets } from '../../src/contexts/vault/public/secrets.js';

/** Secrets as the vault keeps them, gone with the process. */
export class InMemorySecrets implements Secrets {
  private readonly kept = new Map<string, string | undefined>();
  private readonly named = new Map<string, string>();

  /** What was kept without a name, such as passwords, and is not destroyed. */
  get readable(): readonly string[] {
    return [...this.kept.values()].filter((secret) => secret !== undefined);
  }

  async keep(_: string, secret: string): Promise<string> {
    const id = randomUUID();
    this.kept.set(id, secret);
    return id;
  }

  async provide(companyId: string, name: string, make: () => Promise<string>): Promise<string> {
    const label = JSON.stringify([companyId, name]);
    const secret = this.named.get(label) ?? (await make());
    this.named.set(label, secret);
    return secret;
  }

  async reveal(secretId: string): Promise<string | undefined> {
    if (!this.kept.has(secretId)) throw new SecretMissing(secretId);
    return this.kept.get(secretId);
  }

  async destroy(secretId: string): Promise<void> {
    this.kept.set(secretId, undefined);
  }
}
