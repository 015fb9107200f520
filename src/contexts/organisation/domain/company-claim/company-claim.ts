import type { Aggregate } from '#kernel/aggregate.js';
import type { CompanyClaimed, CompanyClaimLater } from './events.js';

export interface CompanyClaim {
  readonly holder?: CompanyClaimed['data'];
}

/** A company's id follows from its slug, so what the platform calls it has a stream of its own to be unique by. */
export const companyClaim: Aggregate<CompanyClaim, CompanyClaimed, CompanyClaimLater> = {
  category: 'company-claim',

  create: ({ data }) => ({ holder: data }),

  evolve(_, event) {
    switch (event.type) {
      case 'CompanyClaimed':
        return { holder: event.data };
      case 'CompanyClaimReleased':
        return {};
    }
  },
};
