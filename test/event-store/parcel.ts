import type { Aggregate } from '#kernel/aggregate.js';
import type { DomainEvent } from '#kernel/domain-event.js';
import type { Personal } from '#kernel/personal.js';
import { codec, type Codecs } from '#platform/event-store/codec.js';

/** A small aggregate for specs of the platform, which knows none of the contexts'. */
export type ParcelPosted = DomainEvent<'ParcelPosted', { readonly weight: number; readonly addressee: Personal<string> }>;
export type ParcelStamped = DomainEvent<'ParcelStamped', { readonly stamp: string; readonly notes?: readonly Personal<string>[] }>;
export type ParcelDelivered = DomainEvent<'ParcelDelivered', { readonly signedBy: Personal<{ readonly name: string }> }>;
export type ParcelLater = ParcelStamped | ParcelDelivered;

export interface Parcel {
  readonly weight: number;
  readonly addressee: Personal<string>;
  readonly stamps: readonly string[];
  readonly delivered: boolean;
}

export const parcel: Aggregate<Parcel, ParcelPosted, ParcelLater> = {
  category: 'parcel',

  create: ({ data }) => ({ ...data, stamps: [], delivered: false }),

  evolve(state, event) {
    switch (event.type) {
      case 'ParcelStamped':
        return { ...state, stamps: [...state.stamps, event.data.stamp] };
      case 'ParcelDelivered':
        return { ...state, delivered: true };
    }
  },
};

export const parcelCodecs: Codecs<ParcelPosted | ParcelLater> = {
  ParcelPosted: codec('parcel.posted', {
    write: ({ weight, addressee }) => ({ grams: weight, to: addressee }),
    read: ({ grams, to }) => ({ weight: grams, addressee: to }),
  }),
  ParcelStamped: codec('parcel.stamped', {
    write: ({ stamp, notes }) => ({ stamp, notes }),
    read: ({ stamp, notes }) => ({ stamp, ...(notes === undefined ? {} : { notes }) }),
  }),
  ParcelDelivered: codec('parcel.delivered', {
    write: ({ signedBy }) => ({ by: signedBy }),
    read: ({ by }) => ({ signedBy: by }),
  }),
};
