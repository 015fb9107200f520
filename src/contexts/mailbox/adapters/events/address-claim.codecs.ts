import { codec, type Codecs } from '#platform/event-store/codec.js';
import { storedFields } from '#platform/event-store/stored-fields.js';
import type { AddressClaimed, AddressClaimLater } from '../../domain/address-claim/events.js';

export const addressClaimCodecs: Codecs<AddressClaimed | AddressClaimLater> = {
  AddressClaimed: codec('address-claim.claimed', storedFields<AddressClaimed['data']>({ mailboxId: true })),
  AddressReleased: codec('address-claim.released', storedFields<AddressClaimed['data']>({ mailboxId: true })),
};
