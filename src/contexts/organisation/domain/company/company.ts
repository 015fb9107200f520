import type { Aggregate } from '#kernel/aggregate.js';
import type { CompanyChanged, CompanyRegistered } from './events.js';

export interface Subsidiary {
  readonly subsidiaryId: string;
  readonly name: string;
  readonly tag: string;
  readonly externalId?: string;
  readonly closed: boolean;
}

export interface Company {
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly externalId?: string;
  /** In the order of their registration, closed ones too. */
  readonly subsidiaries: readonly Subsidiary[];
}

export const company: Aggregate<Company, CompanyRegistered, CompanyChanged> = {
  category: 'company',

  create: ({ data }) => ({ ...data, subsidiaries: [] }),

  evolve(state, event) {
    switch (event.type) {
      case 'SubsidiaryRegistered':
        return { ...state, subsidiaries: [...state.subsidiaries, { ...event.data, closed: false }] };
      case 'SubsidiaryRenamed':
        return changed(state, event.data.subsidiaryId, { name: event.data.name });
      case 'SubsidiaryClosed':
        return changed(state, event.data.subsidiaryId, { closed: true });
    }
  },
};

export function subsidiaryOf(state: Company, subsidiaryId: string): Subsidiary | undefined {
  return state.subsidiaries.find((subsidiary) => subsidiary.subsidiaryId === subsidiaryId);
}

function changed(state: Company, subsidiaryId: string, change: Partial<Subsidiary>): Company {
  const subsidiaries = state.subsidiaries.map((each) => (each.subsidiaryId === subsidiaryId ? { ...each, ...change } : each));
  return { ...state, subsidiaries };
}
