import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { addressClaimCodecs } from './address-claim.codecs.js';

goldenCodecs('address-claim', addressClaimCodecs, {
  AddressClaimed: { mailboxId: 'mailbox-1' },
  AddressReleased: { mailboxId: 'mailbox-1' },
});
