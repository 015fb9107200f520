import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';

/** A mail was not taken in because of its size; its sender was told so (552). Nothing of its content was kept. */
export type MessageRefusedTooLarge = DomainEvent<
  'MessageRefusedTooLarge',
  {
    readonly keyId: string;
    /** Octets: as declared, or counted up to where the limit was passed. */
    readonly size: number;
    readonly limit: number;
    readonly sender: Personal<string>;
    readonly recipients: Personal<readonly string[]>;
  }
>;
