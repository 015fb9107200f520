import type { Aggregate } from '#kernel/aggregate.js';
import type { ApplicationClaimed, ApplicationClaimLater } from './events.js';

export interface ApplicationClaim {
  readonly holder?: { readonly candidateId: string; readonly applicationId: string };
}

/** Applications live in their candidates' streams, so what names one from outside has a stream of its own to be unique by. */
export const applicationClaim: Aggregate<ApplicationClaim, ApplicationClaimed, ApplicationClaimLater> = {
  category: 'application-claim',

  create: ({ data }) => ({ holder: data }),

  evolve(_, event) {
    switch (event.type) {
      case 'ApplicationClaimed':
        return { holder: event.data };
      case 'ApplicationClaimReleased':
        return {};
    }
  },
};
