import type { Aggregate } from '#kernel/aggregate.js';
import { sameAddress } from '#kernel/email-address.js';
import type { Personal } from '#kernel/personal.js';
import type { Application, Standing } from './application.js';
import type { CandidateChanged, CandidateRegistered } from './events.js';

export interface Candidate {
  readonly keyId: string;
  readonly name: Personal<string>;
  readonly externalId?: Personal<string>;
  /** As written, in the order they came; erased ones are gone. */
  readonly addresses: readonly string[];
  readonly applications: readonly Application[];
}

export const candidate: Aggregate<Candidate, CandidateRegistered, CandidateChanged> = {
  category: 'candidate',

  create: ({ data }) => ({ ...data, addresses: [], applications: [] }),

  evolve(state, event) {
    switch (event.type) {
      case 'AddressAdded':
        return { ...state, addresses: [...state.addresses, ...readable(event.data.address)] };
      case 'AddressRemoved':
        return without(state, readable(event.data.address));
      case 'ApplicationOpened':
        return { ...state, applications: [...state.applications, { ...event.data, standing: { is: 'open' } }] };
      case 'ApplicationRejected':
        return standing(state, event.data.applicationId, { is: 'rejected', since: event.data.at });
      case 'ApplicationWithdrawn':
        return standing(state, event.data.applicationId, { is: 'withdrawn', since: event.data.at });
      case 'ApplicationHired':
        return standing(state, event.data.applicationId, { is: 'hired', since: event.data.at });
      case 'ApplicationReopened':
        return standing(state, event.data.applicationId, { is: 'open' });
    }
  },
};

export function hasAddress(state: Candidate, address: string): boolean {
  return state.addresses.some((known) => sameAddress(known, address));
}

export function applicationOf(state: Candidate, applicationId: string): Application | undefined {
  return state.applications.find((application) => application.applicationId === applicationId);
}

function readable(address: Personal<string>): readonly string[] {
  return address.read({ known: (known) => [known], erased: () => [] });
}

function without(state: Candidate, removed: readonly string[]): Candidate {
  return { ...state, addresses: state.addresses.filter((known) => !removed.some((address) => sameAddress(known, address))) };
}

function standing(state: Candidate, applicationId: string, now: Standing): Candidate {
  const applications = state.applications.map((each) => (each.applicationId === applicationId ? { ...each, standing: now } : each));
  return { ...state, applications };
}
