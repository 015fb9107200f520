import type { DomainEvent } from '#kernel/domain-event.js';

/** The application that goes by the caller's `externalId`, whose keyed HMAC names the stream. */
export type ApplicationClaimed = DomainEvent<'ApplicationClaimed', { readonly candidateId: string; readonly applicationId: string }>;

/** The application that claimed it never came to be. */
export type ApplicationClaimReleased = DomainEvent<'ApplicationClaimReleased', { readonly applicationId: string }>;

export type ApplicationClaimLater = ApplicationClaimed | ApplicationClaimReleased;
