import { codec, type Codecs } from '../codec.js';
import { storedFields } from '../stored-fields.js';
import type { KeyUsed } from './used-key.js';

export const usedKeyCodecs: Codecs<KeyUsed> = {
  KeyUsed: codec('used-key.used', storedFields<KeyUsed['data']>({ category: true, id: true })),
};
