import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';

/** A person in a company; everything personal is under the key of that person. */
export type CandidateRegistered = DomainEvent<
  'CandidateRegistered',
  {
    readonly keyId: string;
    readonly name: Personal<string>;
    /** What the platform calls the person. */
    readonly externalId?: Personal<string>;
  }
>;

export type AddressAdded = DomainEvent<'AddressAdded', { readonly address: Personal<string> }>;
export type AddressRemoved = DomainEvent<'AddressRemoved', { readonly address: Personal<string> }>;

/** The job is the company's, not the person's: it stays readable for reports after an erasure (P41). */
export type ApplicationOpened = DomainEvent<
  'ApplicationOpened',
  {
    readonly applicationId: string;
    readonly job: string;
    readonly department?: string;
    readonly subsidiaryId?: string;
    readonly externalId?: Personal<string>;
  }
>;

/** `at`: when it was decided, UTC ISO 8601; 14 days later it counts as closed (P2). */
export type ApplicationRejected = DomainEvent<'ApplicationRejected', { readonly applicationId: string; readonly at: string }>;
export type ApplicationWithdrawn = DomainEvent<'ApplicationWithdrawn', { readonly applicationId: string; readonly at: string }>;
export type ApplicationHired = DomainEvent<'ApplicationHired', { readonly applicationId: string; readonly at: string }>;
export type ApplicationReopened = DomainEvent<'ApplicationReopened', { readonly applicationId: string }>;

export type CandidateChanged =
  AddressAdded | AddressRemoved | ApplicationOpened | ApplicationRejected | ApplicationWithdrawn | ApplicationHired | ApplicationReopened;
export type CandidateEvent = CandidateRegistered | CandidateChanged;
