import { randomBytes } from 'node:crypto';
import { type DataKey, DataKeyMissing } from '#platform/event-store/data-keys.port.js';

/** Just enough of a vault for blobs. */
export class KnownKeys {
  private readonly keys = new Map<string, DataKey | 'destroyed'>();

  make(id: string): DataKey {
    const key = { id, bytes: new Uint8Array(randomBytes(32)) };
    this.keys.set(id, key);
    return key;
  }

  destroy(id: string): void {
    this.keys.set(id, 'destroyed');
  }

  async find(id: string): Promise<DataKey | 'destroyed'> {
    const key = this.keys.get(id);
    if (key === undefined) throw new DataKeyMissing(id);
    return key;
  }
}
