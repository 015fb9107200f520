import { describe, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { addressClaim, claimAddress, releaseAddress } from './address-claim.js';
import type { AddressClaimed, AddressReleased } from './events.js';

const { given } = storyOf(addressClaim);
const claimed: AddressClaimed = { type: 'AddressClaimed', data: { mailboxId: 'mailbox-1' } };
const released: AddressReleased = { type: 'AddressReleased', data: { mailboxId: 'mailbox-1' } };

describe('the claim to an individual address', () => {
  it('is refused to another mailbox while one holds it', () => {
    given(claimed)
      .when((claim) => claimAddress(claim, 'mailbox-2'))
      .thenRefused('address-taken', { field: 'address' });
  });

  it('is written down again by its holder, so that nobody who is about to release it overlooks that', () => {
    given(claimed)
      .when((claim) => claimAddress(claim, 'mailbox-1'))
      .then(claimed);
  });

  it('goes to the next one when it was released, and is released by its holder alone', () => {
    given(claimed, released)
      .when((claim) => claimAddress(claim, 'mailbox-2'))
      .then({ type: 'AddressClaimed', data: { mailboxId: 'mailbox-2' } });
    given(claimed)
      .when((claim) => releaseAddress(claim, 'mailbox-1'))
      .then(released);
    given(claimed)
      .when((claim) => releaseAddress(claim, 'mailbox-2'))
      .then();
  });
});
