import { generate } from 'selfsigned';

export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

const day = 24 * 3_600_000;

/** A company's own certificate authority, which no system knows. */
export class PrivateAuthority {
  private constructor(private readonly own: KeyAndCertificate) {}

  /** Issuers are found by their names: authorities that are trusted at once need different ones. */
  static async create(name = 'Acme Root'): Promise<PrivateAuthority> {
    const made = await generate([{ name: 'commonName', value: name }], {
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    });
    return new PrivateAuthority({ key: made.private, cert: made.cert });
  }

  /** PEM. */
  get certificate(): string {
    return this.own.cert;
  }

  async issue(host: string, ageInDays = 1, validForDays = 30): Promise<KeyAndCertificate> {
    const from = Date.now() - ageInDays * day;
    const made = await generate([{ name: 'commonName', value: host }], {
      algorithm: 'sha256',
      ca: this.own,
      notBeforeDate: new Date(from),
      notAfterDate: new Date(from + validForDays * day),
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
    });
    return { key: made.private, cert: made.cert };
  }
}
