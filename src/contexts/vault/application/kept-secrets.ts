import type { Ids } from '#kernel/ids.js';
import { SecretMissing, type Secrets } from '../public/secrets.js';
import type { MasterKey } from './master-key.js';
import type { VaultRows } from './ports/vault-rows.port.js';

/** Secrets wrapped under the master key. */
export class KeptSecrets implements Secrets {
  constructor(
    private readonly rows: VaultRows,
    private readonly masterKey: MasterKey,
    private readonly ids: Ids,
  ) {}

  async keep(companyId: string, kind: string, secret: string): Promise<string> {
    const id = this.ids.next();
    await this.rows.addSecret({ id, companyId, name: `${kind} ${id}`, wrapped: this.wrap(id, companyId, secret) });
    return id;
  }

  async keptBefore(kind: string, before: Date) {
    const rows = await this.rows.secretsNamedBetween(`${kind} `, `${kind} ${firstIdOf(before)}`);
    return rows.map(({ id, companyId }) => ({ secretId: id, companyId }));
  }

  async provide(companyId: string, name: string, make: () => Promise<string>): Promise<string> {
    const kept = (await this.rows.secretNamed(companyId, name)) ?? (await this.keepNamed(companyId, name, await make()));
    return this.unwrap(kept.id, companyId, kept.wrapped);
  }

  async reveal(secretId: string): Promise<string | undefined> {
    const kept = await this.rows.secret(secretId);
    if (kept === undefined) throw new SecretMissing(secretId);
    return kept === 'destroyed' ? undefined : this.unwrap(secretId, kept.companyId, kept.wrapped);
  }

  destroy(secretId: string): Promise<void> {
    return this.rows.burySecret(secretId);
  }

  private keepNamed(companyId: string, name: string, secret: string) {
    const id = this.ids.next();
    return this.rows.addSecretUnlessNamed({ id, companyId, name, wrapped: this.wrap(id, companyId, secret) });
  }

  private wrap(id: string, companyId: string, secret: string): Uint8Array {
    return this.masterKey.wrap(Buffer.from(secret, 'utf8'), 'secret', id, companyId);
  }

  private unwrap(id: string, companyId: string, wrapped: Uint8Array): string {
    return Buffer.from(this.masterKey.unwrap(wrapped, 'secret', id, companyId)).toString('utf8');
  }
}

/** Ids are UUIDv7 (RFC 9562, 5.7): they begin with the milliseconds of their time. */
function firstIdOf(time: Date): string {
  const milliseconds = time.getTime().toString(16).padStart(12, '0');
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}`;
}
