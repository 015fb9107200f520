import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { refusedMailCodecs } from './refused-mail.codecs.js';

goldenCodecs('refused-mail', refusedMailCodecs, {
  MessageRefusedTooLarge: {
    keyId: 'key-1',
    size: 40_000_000,
    limit: 36_700_160,
    sender: Personal.under('key-1', 'ada@example.org'),
    recipients: Personal.under('key-1', ['acme-jobs@poststelle.test']),
  },
});
