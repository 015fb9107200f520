import { randomUUID } from 'node:crypto';
import { systemClock } from '#platform/system/system-clock.js';
import { SecretMissing, type Secrets } from '../../src/contexts/vault/public/secrets.js';

/** Secrets as the vault keeps them, gone with the process. */
export class InMemorySecrets implements Secrets {
  private readonly kept = new Map<string, string | undefined>();
  private readonly places = new Map<string, { readonly companyId: string; readonly kind: string; readonly at: Date }>();
  private readonly named = new Map<string, string>();

  /** What was kept without a name, such as passwords, and is not destroyed. */
  get readable(): readonly string[] {
    return [...this.kept.values()].filter((secret) => secret !== undefined);
  }

  async keep(companyId: string, kind: string, secret: string): Promise<string> {
    const id = randomUUID();
    this.kept.set(id, secret);
    this.places.set(id, { companyId, kind, at: systemClock.now() });
    return id;
  }

  async keptBefore(kind: string, before: Date) {
    return [...this.places]
      .filter(([secretId, place]) => place.kind === kind && place.at < before && this.kept.get(secretId) !== undefined)
      .map(([secretId, { companyId }]) => ({ secretId, companyId }));
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
