import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '#test/golden/golden-codecs.js';
import type { Trace } from '../../domain/inbound-message/routing/trace.js';
import { inboundMessageCodecs } from './inbound-message.codecs.js';

const sealed = <T>(value: T) => Personal.under('key-1', value);
const routing: Trace = {
  router: '1',
  at: 'sqlite-7f3a:42',
  rungs: [{ rung: 'sender-address', found: 'doubt', reason: 'several-candidates', candidateIds: ['candidate-1', 'candidate-2'] }],
};
const subsidiary = { subsidiaryId: 'subsidiary-1', how: 'tagged-address' } as const;
const client = { address: '192.0.2.1', helo: 'mx.example.org', tls: 'TLSv1.3 TLS_AES_256_GCM_SHA384' };

goldenCodecs('inbound-message', inboundMessageCodecs, {
  MessageReceived: {
    keyId: 'key-1',
    generation: 1,
    blobId: 'blob-1',
    size: 4711,
    recipients: sealed(['acme-jobs@poststelle.test']),
    envelopeSender: sealed('ada@example.org'),
    client: sealed(client),
  },
  MessageReceivedAgain: { recipients: sealed(['acme-jobs+berlin@poststelle.test']), client: sealed(client) },
  MessageClassified: {
    kind: 'delivery-report',
    evidence: ['delivery-status', 'x-failed-recipients'],
    parserVersion: '1',
    classifierVersion: '1',
    parsedBlobId: 'blob-2',
    unreadable: 'too-many-parts',
    subject: sealed('Undelivered Mail Returned to Sender'),
    from: sealed([{ address: 'mailer-daemon@example.org', name: 'Mail Delivery System' }]),
    addressees: sealed([{ address: 'acme-jobs@poststelle.test' }]),
    preview: sealed('This is the mail system'),
    attachments: sealed([{ name: 'photo.png', contentType: 'image/png', size: 8, sha256: 'ab12', contentId: 'photo@1' }]),
    attachmentCount: 1,
    claimedDate: '2026-03-02T09:00:00.000Z',
  },
  MessageRoutedToCandidate: { candidateId: 'candidate-1', applicationId: 'application-1', subsidiary, routing },
  MessageQueuedForAssignment: { reason: 'several-candidates', proposals: ['candidate-1', 'candidate-2'], subsidiary, routing },
  MessageFiled: { as: 'bounce', outboundMessageId: 'message-1', candidateId: 'candidate-1', status: '5.1.1', routing },
  ReportPassedOn: { outboundMessageId: 'message-1' },
  MessageSetAside: { as: 'list', reason: 'list-fields', routing },
  MessageQuarantined: { reason: 'time-limit', attempts: 3 },
  MessageAssigned: { candidateId: 'candidate-1', applicationId: 'application-1', teachesAddress: true },
  MessageReassigned: { from: 'candidate-1', candidateId: 'candidate-2', applicationId: 'application-2', teachesAddress: false },
  AssignmentUndone: { candidateId: 'candidate-1' },
  MessageApplicationSet: { applicationId: 'application-1' },
  MessageDismissed: { reason: sealed('Advertisement') },
  MessageOpened: { reader: 'hmac-1' },
  MessageMarkedNew: { reader: 'hmac-1' },
  MessageHandled: {},
  MessageHandlingReopened: {},
  ExpiryAnnounced: { daysLeft: 30, expiresAt: '2026-09-01T00:00:00.000Z' },
  ExpiryConfirmationRequested: {},
  MessageExpired: { confirmedByAdministrator: true },
});
