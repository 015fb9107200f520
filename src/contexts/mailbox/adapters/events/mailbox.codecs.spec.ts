import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { mailboxCodecs } from './mailbox.codecs.js';

goldenCodecs('mailbox', mailboxCodecs, {
  MailboxProvisioned: { serviceLocalPart: 'acme-jobs' },
  SenderNameChosen: { senderName: 'employee' },
});
