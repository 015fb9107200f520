import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { usedKeyCodecs } from './used-key.codecs.js';

goldenCodecs('used-key', usedKeyCodecs, {
  KeyUsed: { category: 'candidate', id: '6f6a9d0c-3e0f-5b8e-9d2f-0a1b2c3d4e5f' },
});
