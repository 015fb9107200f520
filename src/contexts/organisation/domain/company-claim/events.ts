import type { DomainEvent } from '#kernel/domain-event.js';

/** The company that goes by the platform's `externalId`, whose keyed HMAC names the stream. */
export type CompanyClaimed = DomainEvent<
  'CompanyClaimed',
  {
    readonly companyId: string;
    /** The registration that claimed, so that none relies on the claim of another one that may still fail. */
    readonly registrationId: string;
  }
>;

/** The registration that claimed it came to nothing. */
export type CompanyClaimReleased = DomainEvent<'CompanyClaimReleased', { readonly registrationId: string }>;

export type CompanyClaimLater = CompanyClaimed | CompanyClaimReleased;
