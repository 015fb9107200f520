import type { JWTVerifyGetKey } from 'jose';

/** Somebody whose tokens are taken. */
export interface Issuer {
  /** Exactly as in `iss`. */
  readonly name: string;
  readonly audience: string;
  /** Signature algorithms, all asymmetric: neither `none` nor a shared secret is ever among them. */
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
}
