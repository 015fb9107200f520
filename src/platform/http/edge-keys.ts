import { createHmac } from 'node:crypto';
import type { DataKeys } from '../event-store/data-keys.port.js';

/** Keys of the edge, derived once at start from the vault, so that no request waits for it and a restart changes nothing. */
export class EdgeKeys {
  private constructor(
    private readonly actors: Uint8Array,
    private readonly bodies: Uint8Array,
    private readonly cursors: Uint8Array,
  ) {}

  static async from(dataKeys: DataKeys): Promise<EdgeKeys> {
    const [actors, bodies, cursors] = await Promise.all(
      ['actors', 'bodies', 'cursors'].map((use) => dataKeys.hmac('http-edge', 'platform', use)),
    );
    if (actors === undefined || bodies === undefined || cursors === undefined) throw new Error('The vault gave no keys for the edge.');
    return new EdgeKeys(actors, bodies, cursors);
  }

  /** Who asks, without saying who: names belong to personal fields. */
  actor(issuer: string, subject: string): string {
    return mac(this.actors, JSON.stringify([issuer, subject]));
  }

  bodyDigest(canonicalBody: string): string {
    return mac(this.bodies, canonicalBody);
  }

  cursorMac(text: string): string {
    return mac(this.cursors, text);
  }
}

/** 128 bits of HMAC-SHA-256. */
function mac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
}
