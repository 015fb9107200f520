import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { mailboxCodecs } from './mailbox.codecs.js';

const personal = (text: string) => Personal.under('connection-words-mailbox-1', text);

goldenCodecs('mailbox', mailboxCodecs, {
  MailboxProvisioned: { serviceLocalPart: 'acme-jobs', subsidiaryId: 'subsidiary-1' },
  SenderNameChosen: { senderName: 'employee' },
  IndividualAddressSet: { address: 'jobs@acme.example' },
  IndividualAddressCleared: { address: 'jobs@acme.example' },
  SmtpConnectionEstablished: {
    connectionId: 'connection-1',
    settings: {
      host: 'mail.acme.example',
      port: 587,
      encryption: 'starttls-verified',
      account: 'jobs@acme.example',
      certificateAuthority: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
    },
    secretId: 'secret-1',
  },
  ChannelSwitched: { from: 'smtp', to: 'service', waitingMail: 'send-by-service' },
  WaitingMailDecided: { waitingMail: 'send-by-service' },
  PasswordRenewed: { secretId: 'secret-2' },
  ChannelDisconnected: { channel: 'smtp', secretId: 'secret-2', why: 'unused' },
  ConnectionTested: {
    testId: 'test-1',
    testedAt: '2026-03-02T08:00:00.000Z',
    channel: 'smtp',
    transport: 'smtp',
    succeeded: false,
    outcome: 'login-refused',
    stage: 'login',
    code: '535 5.7.8',
    fault: 'CERT_HAS_EXPIRED',
    server: { host: 'mail.acme.example', port: 587, encryption: 'starttls-verified', account: 'jobs@acme.example' },
    recipient: personal('jobs@acme.example'),
    words: personal('535 5.7.8 Bad credentials'),
  },
  ConnectionImpaired: {
    since: '2026-03-02T08:00:00.000Z',
    reason: 'login-refused',
    stage: 'login',
    code: '535 5.7.8',
    words: personal('535 5.7.8 Bad credentials'),
  },
  ConnectionRestored: { by: 'password-renewed' },
  ConnectionProven: { by: 'delivery' },
  RedirectTestStarted: {
    testId: 'test-2',
    address: 'jobs@acme.example',
    startedAt: '2026-03-02T08:00:00.000Z',
  },
  RedirectTestNotSent: { testId: 'test-2', reason: 'refused-connection' },
  RedirectConfirmed: { testId: 'test-2', address: 'jobs@acme.example', confirmedAt: '2026-03-02T08:05:00.000Z' },
});
