import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '../golden/golden-codecs.js';
import { parcel, parcelCodecs } from './parcel.js';

goldenCodecs(parcel.category, parcelCodecs, {
  ParcelPosted: { weight: 250, addressee: Personal.under('key-1', 'Ada Lovelace') },
  ParcelStamped: { stamp: 'Bonn', notes: [Personal.under('key-1', 'fragile')] },
  ParcelDelivered: { signedBy: Personal.under('key-2', { name: 'Charles' }) },
});
