import type { Streams } from '#platform/event-store/streams.js';
import type { AddressClaim } from '../../domain/address-claim/address-claim.js';
import type { AddressClaimed, AddressClaimLater } from '../../domain/address-claim/events.js';

/** Who holds which individual address, inside one company. */
export type AddressClaims = Streams<AddressClaim, AddressClaimed, AddressClaimLater>;
export const AddressClaims = Symbol('AddressClaims');
