import type { Network } from '../smtp-client/address-rules.js';
import type { EventStoreServer } from './event-store-server.js';

/** What the operator decided, from the environment; read once at start, a sentence for each mistake. */
export interface Config {
  /** `POSTSTELLE_DATA`: everything the embedded profile keeps. */
  readonly dataDirectory: string;
  /** `POSTSTELLE_EVENT_STORE` and what belongs to it; without it the events are kept in the data directory. */
  readonly eventStore?: EventStoreServer;
  readonly http: { readonly host: string; readonly port: number; /** `POSTSTELLE_PUBLIC_URL` */ readonly publicUrl?: string };
  readonly smtp: {
    readonly host: string;
    readonly port: number;
    /** Name given in the greeting and in Received fields. */
    readonly name: string;
    /** PEM files; without them a certificate is made and kept in the data directory. */
    readonly tls?: { readonly certificateFile: string; readonly keyFile: string };
    readonly maxConnections: number;
    readonly maxConnectionsPerClient: number;
    readonly maxRecipients: number;
    /** Octets of one inbound mail: 35 MB (decision "Size"). */
    readonly maxBytes: number;
    readonly idleTimeoutMs: number;
  };
  /** `POSTSTELLE_MAIL_DOMAIN` */
  readonly mailDomain: string;
  /** `POSTSTELLE_FORMER_MAIL_DOMAINS`: still accepted, never used for sending (P16). */
  readonly formerMailDomains: readonly string[];
  /** `POSTSTELLE_MASTER_KEY`, 32 bytes in base64; without it a key file is made at the first start. */
  readonly masterKey?: string;
  /** `POSTSTELLE_SERVICE_RELAY`, an smtp:// or smtps:// URL; without it the platform service writes to the local outbox. */
  readonly serviceRelay?: string;
  /** `POSTSTELLE_ONLY_DELIVER_TO`: addresses and @domains; everybody else's mail is held. */
  readonly onlyDeliverTo?: readonly string[];
  /** `POSTSTELLE_DKIM_SELECTOR` and `POSTSTELLE_DKIM_KEY_FILE`. */
  readonly dkim?: { readonly selector: string; readonly privateKeyFile: string };
  /** Octets of one outbound mail: 10 MB (P15). */
  readonly maxOutboundBytes: number;
  /** Messages a mailbox may send in a minute. */
  readonly mailboxRatePerMinute: number;
  /** `POSTSTELLE_ALLOW_NETWORKS`: internal networks in which companies' own servers may be. */
  readonly allowedNetworks: readonly Network[];
  /** `POSTSTELLE_SMTP_CA`: PEM file of an authority that vouches for companies' own servers. */
  readonly smtpAuthorityFile?: string;
  /** `POSTSTELLE_HELD_MAIL_LEAVES_WITHIN_HOURS` (decision "No silent fallback"). */
  readonly heldMailLeavesWithinHours: number;
  /** `POSTSTELLE_MICROSOFT_PASSWORD_SIGN_IN_ENDS`, ISO 8601: warned of by every connection to Microsoft 365. */
  readonly microsoftPasswordSignInEnds: string;
  /** Days after which a rejected or withdrawn application counts as closed (P2). */
  readonly closedAfterDays: number;
  /** Days that unassigned mail is kept. */
  readonly unassignedKeptDays: number;
  readonly tokens: {
    /** `POSTSTELLE_OIDC_ISSUER`, `_AUDIENCE`, `_JWKS_URL`: tokens of the platform's own issuer, beside the embedded one. */
    readonly external?: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  };
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Requests per minute and token. */
  readonly httpRatePerMinute: number;
}
export const Config = Symbol('Config');
