import { describe, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { applicationClaim } from './application-claim.js';
import { claimApplication } from './claim-application.js';
import type { ApplicationClaimed, ApplicationClaimReleased } from './events.js';
import { releaseApplication } from './release-application.js';

const { given } = storyOf(applicationClaim);

const claimed: ApplicationClaimed = { type: 'ApplicationClaimed', data: { candidateId: 'c-1', applicationId: 'a-1' } };
const released: ApplicationClaimReleased = { type: 'ApplicationClaimReleased', data: { applicationId: 'a-1' } };

describe('the claim to an application’s external id', () => {
  it('is refused to another application while one holds it', () => {
    given(claimed)
      .when((claim) => claimApplication(claim, 'c-2', 'a-2'))
      .thenRefused('external-id-taken', { field: 'externalId', facts: { id: 'a-1' } });
  });

  it('is claimed again by the same application without a trace', () => {
    given(claimed)
      .when((claim) => claimApplication(claim, 'c-1', 'a-1'))
      .then();
  });

  it('goes along with an application that was cut off and comes back with another candidate', () => {
    given(claimed)
      .when((claim) => claimApplication(claim, 'c-2', 'a-1'))
      .then({ type: 'ApplicationClaimed', data: { candidateId: 'c-2', applicationId: 'a-1' } });
  });

  it('goes to the next one when it was released', () => {
    given(claimed, released)
      .when((claim) => claimApplication(claim, 'c-2', 'a-2'))
      .then({ type: 'ApplicationClaimed', data: { candidateId: 'c-2', applicationId: 'a-2' } });
  });

  it('is released by its holder alone, once', () => {
    given(claimed)
      .when((claim) => releaseApplication(claim, 'a-1'))
      .then(released);
    given(claimed)
      .when((claim) => releaseApplication(claim, 'a-2'))
      .then();
    given(claimed, released)
      .when((claim) => releaseApplication(claim, 'a-1'))
      .then();
  });
});
