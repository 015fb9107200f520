import { createHmac, randomBytes } from 'node:crypto';
import type { MasterKey } from './master-key.js';
import type { VaultRows } from './ports/vault-rows.port.js';
import { RecentlyUsed } from './recently-used.js';

/** One key per company and purpose, made at first use. */
export class NamedHmacKeys {
  private readonly recent = new RecentlyUsed<Uint8Array>(10_000);

  constructor(
    private readonly rows: VaultRows,
    private readonly masterKey: MasterKey,
  ) {}

  async hmac(purpose: string, companyId: string, parts: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
    const mac = createHmac('sha256', await this.key(purpose, companyId));
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
      // Each part under its length, or ('ab', 'c') and ('a', 'bc') would be one.
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(bytes.length));
      mac.update(length).update(bytes);
    }
    return mac.digest();
  }

  clear(): void {
    this.recent.clear();
  }

  private async key(purpose: string, companyId: string): Promise<Uint8Array> {
    const label = JSON.stringify([companyId, purpose]);
    const known = this.recent.get(label);
    if (known !== undefined) return known;
    const name = { companyId, purpose };
    const wrapped =
      (await this.rows.hmacKey(name)) ??
      (await this.rows.addHmacKeyUnlessThere(name, this.masterKey.wrap(randomBytes(32), 'hmac-key', companyId, purpose)));
    const key = this.masterKey.unwrap(wrapped, 'hmac-key', companyId, purpose);
    this.recent.keep(label, key);
    return key;
  }
}
