import { describe, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { claimCompany } from './claim-company.js';
import { companyClaim } from './company-claim.js';
import type { CompanyClaimed, CompanyClaimReleased } from './events.js';
import { releaseCompany } from './release-company.js';

const { given } = storyOf(companyClaim);

const claimed: CompanyClaimed = { type: 'CompanyClaimed', data: { companyId: 'acme', registrationId: 'r-1' } };
const released: CompanyClaimReleased = { type: 'CompanyClaimReleased', data: { registrationId: 'r-1' } };

describe('the claim to a company’s external id', () => {
  it('is refused to another company while one holds it', () => {
    given(claimed)
      .when((claim) => claimCompany(claim, { companyId: 'other', registrationId: 'r-2' }))
      .thenRefused('external-id-taken', { field: 'externalId', facts: { id: 'acme' } });
  });

  it('is refused to another registration of the same company, which could lose it again', () => {
    given(claimed)
      .when((claim) => claimCompany(claim, { companyId: 'acme', registrationId: 'r-2' }))
      .thenRefused('external-id-taken', { field: 'externalId', facts: { id: 'acme' } });
  });

  it('is claimed again by the same registration without a trace', () => {
    given(claimed)
      .when((claim) => claimCompany(claim, claimed.data))
      .then();
  });

  it('goes along with a registration that was cut off and comes back for another company', () => {
    const other = { companyId: 'other', registrationId: 'r-1' };
    given(claimed)
      .when((claim) => claimCompany(claim, other))
      .then({ type: 'CompanyClaimed', data: other });
  });

  it('goes to the next one when it was released', () => {
    given(claimed, released)
      .when((claim) => claimCompany(claim, { companyId: 'other', registrationId: 'r-2' }))
      .then({ type: 'CompanyClaimed', data: { companyId: 'other', registrationId: 'r-2' } });
  });

  it('is released by its holder alone, once', () => {
    given(claimed)
      .when((claim) => releaseCompany(claim, 'r-1'))
      .then(released);
    given(claimed)
      .when((claim) => releaseCompany(claim, 'r-2'))
      .then();
    given(claimed, released)
      .when((claim) => releaseCompany(claim, 'r-1'))
      .then();
  });
});
