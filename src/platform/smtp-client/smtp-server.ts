/** A server that mail is handed to. */
export interface SmtpServer {
  /** Its name, which its certificate is checked against. */
  readonly host: string;
  /** The checked address that the name is pinned to, so that no second look-up can lead elsewhere; absent: the name is looked up. */
  readonly address?: string;
  readonly port: number;
  /** `tls`: from the first octet. `starttls`: always required. `opportunistic`: where it is offered, as between mail servers (RFC 7435). */
  readonly encryption: 'tls' | 'starttls' | 'opportunistic';
  /** Whether the certificate is checked. */
  readonly verified: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
  /** PEM of authorities beside those that the system knows. */
  readonly authorities?: readonly string[];
  /** The operator's own, whose every word is shown; of others only what comes after a valid greeting, so that nobody looks around with it. */
  readonly ofOperator: boolean;
}
