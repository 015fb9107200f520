import type { DomainEvent } from '#kernel/domain-event.js';

/** The mailbox that has the address, whose keyed HMAC names the stream. */
export type AddressClaimed = DomainEvent<'AddressClaimed', { readonly mailboxId: string }>;
export type AddressReleased = DomainEvent<'AddressReleased', { readonly mailboxId: string }>;
export type AddressClaimLater = AddressClaimed | AddressReleased;
