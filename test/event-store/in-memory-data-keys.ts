import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type DataKey, DataKeyDestroyed, DataKeyMissing, type DataKeys } from '#platform/event-store/data-keys.port.js';

/** Data keys for specs that need no vault. */
export class InMemoryDataKeys implements DataKeys {
  private readonly keys = new Map<string, DataKey | 'destroyed'>();
  private readonly hmacKey = randomBytes(32);

  async find(keyId: string): Promise<DataKey | 'destroyed'> {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new DataKeyMissing(`There is no data key ${keyId}.`);
    return key;
  }

  async provide(keyId: string): Promise<DataKey> {
    const key = this.keys.get(keyId) ?? { id: keyId, bytes: randomBytes(32) };
    if (key === 'destroyed') throw new DataKeyDestroyed(`The data key ${keyId} was destroyed.`);
    this.keys.set(keyId, key);
    return key;
  }

  async take(): Promise<DataKey> {
    return this.provide(randomUUID());
  }

  async destroy(keyId: string): Promise<void> {
    this.keys.set(keyId, 'destroyed');
  }

  async hmac(purpose: string, companyId: string, ...parts: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
    const framed = parts.map((part) => Buffer.from(part).toString('base64'));
    return createHmac('sha256', this.hmacKey)
      .update(JSON.stringify([purpose, companyId, ...framed]))
      .digest();
  }

  /** As a vault restored from a backup that is older than the log. */
  forget(keyId: string): void {
    this.keys.delete(keyId);
  }
}
