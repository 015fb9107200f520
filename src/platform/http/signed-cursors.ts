import { timingSafeEqual } from 'node:crypto';
import type { EdgeKeys } from './edge-keys.js';
import type { Cursors } from './page.js';

/** `<last place, base64url>.<MAC over the query and the place>`. */
export class SignedCursors implements Cursors {
  constructor(private readonly keys: EdgeKeys) {}

  make(query: string, last: readonly [position: string, id: string]): string {
    const place = Buffer.from(JSON.stringify(last)).toString('base64url');
    return `${place}.${this.macOf(query, place)}`;
  }

  read(query: string, cursor: string | undefined): readonly [position: string, id: string] | undefined | 'bad' {
    if (cursor === undefined) return undefined;
    const [place = '', mac = '', ...more] = cursor.split('.');
    if (more.length > 0 || !same(mac, this.macOf(query, place))) return 'bad';
    // Whatever carries our MAC was made by `make`.
    const last: unknown = JSON.parse(Buffer.from(place, 'base64url').toString());
    return isPlace(last) ? last : 'bad';
  }

  private macOf(query: string, place: string): string {
    return this.keys.cursorMac(JSON.stringify([query, place]));
  }
}

function isPlace(last: unknown): last is readonly [string, string] {
  return Array.isArray(last) && last.length === 2 && last.every((part) => typeof part === 'string');
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
