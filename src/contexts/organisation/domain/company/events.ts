import type { DomainEvent } from '#kernel/domain-event.js';

export type CompanyRegistered = DomainEvent<
  'CompanyRegistered',
  {
    readonly slug: string;
    readonly name: string;
    /** BCP 47, canonical, the first one preferred. */
    readonly languages: readonly string[];
    /** IANA name. */
    readonly timeZone: string;
    /** What the platform calls it. */
    readonly externalId?: string;
  }
>;

export type SubsidiaryRegistered = DomainEvent<
  'SubsidiaryRegistered',
  {
    readonly subsidiaryId: string;
    readonly name: string;
    /** Plus part of its redirect target `<slug>-jobs+<tag>@…`. */
    readonly tag: string;
    readonly externalId?: string;
  }
>;

export type SubsidiaryRenamed = DomainEvent<'SubsidiaryRenamed', { readonly subsidiaryId: string; readonly name: string }>;

/** No new application names it; its tag stays its own, because mail to it still arrives. */
export type SubsidiaryClosed = DomainEvent<'SubsidiaryClosed', { readonly subsidiaryId: string }>;

export type CompanyChanged = SubsidiaryRegistered | SubsidiaryRenamed | SubsidiaryClosed;
export type CompanyEvent = CompanyRegistered | CompanyChanged;
