/** What SMTP says of a mail beside its content. */
export interface Envelope {
  /** RFC 5321 reverse path, "" for the null sender. */
  readonly sender: string;
  readonly recipients: readonly { readonly address: string; readonly companyId: string }[];
  readonly client: {
    readonly address: string;
    readonly helo: string;
    /** TLS version and cipher, absent over clear text. */
    readonly tls?: string;
  };
}

export interface MailReception {
  /**
   * Answers once the mail is durable for every company among its recipients: only then does the client hear 250. Whatever it throws, or
   * `content` throws, the client hears 451 and keeps the mail.
   */
  accept(envelope: Envelope, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Makes visible to people that mail was refused for its size, declared or counted (octets). */
  refuseTooLarge(envelope: Envelope, size: number): Promise<void>;
}
export const MailReception = Symbol('MailReception');
