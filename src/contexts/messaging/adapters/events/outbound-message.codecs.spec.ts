import { Personal } from '#kernel/personal.js';
import { goldenCodecs } from '#test/golden/golden-codecs.js';
import { outboundMessageCodecs } from './outbound-message.codecs.js';

const keyId = 'message-3f1c8a52-7d0e-4d6b-9a55-1c2d3e4f5a6b';
const mailboxId = '2b0c1c6e-6d38-5b11-9a54-9c1f0d9f4a10';
const supplied = { mailboxId, why: 'company-default' } as const;
const reportId = '0f8fad5b-d9cb-569f-a165-70867728950e';
const failed = { stage: 'recipient', code: '450 4.2.1', response: Personal.under(keyId, '450 4.2.1 Mailbox busy') } as const;

goldenCodecs('outbound-message', outboundMessageCodecs, {
  MessageQueued: {
    keyId,
    candidateId: '5f0c1e8e-7e8a-5d2a-9c58-0c8f9a4c1b22',
    applicationId: '1d9c2c9e-8a51-5b53-8f0e-53e4b0c2f7d6',
    subsidiaryId: 'd2a4b3b2-6a55-5f0e-8d0b-2f5d9a1c7e11',
    mailboxId,
    to: Personal.under(keyId, 'anna@candidate.example'),
    subject: Personal.under(keyId, 'Your application'),
    preview: Personal.under(keyId, 'Dear Anna, thank you'),
    contentBlobId: 'content-blob',
    attachments: Personal.under(keyId, [{ name: 'contract.pdf', contentType: 'application/pdf', size: 48_213 }]),
    messageIdHeader: '<b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11@poststelle.test>',
    tokens: Personal.under(keyId, { conversation: 'aaaabbbbccccdddd', envelope: 'eeeeffffgggghhhh' }),
    size: 68_240,
    automatic: false,
    answers: reportId,
    references: Personal.under(keyId, ['<first@candidate.example>', '<answered@candidate.example>']),
    writerId: '8c5b1f0a-3f5e-5d0c-b8f5-2b1c3d4e5f60',
    resendOf: 'c0ffee00-5d0f-5a56-8a0c-9e6a4f6b7c11',
  },
  DeliveryAttemptStarted: {
    attempt: 1,
    channel: 'service',
    transport: 'relay',
    from: Personal.under(keyId, { name: 'Acme GmbH', address: 'acme-jobs@poststelle.test' }),
    envelopeSender: Personal.under(keyId, 'acme-jobs+eeeeffffgggghhhh@poststelle.test'),
    blobId: 'bytes-blob',
    supplied: { channel: supplied, address: supplied, name: supplied },
  },
  MessageAccepted: { by: 'server', response: Personal.under(keyId, '250 2.0.0 queued as 4711') },
  WrittenToLocalOutbox: { file: 'b8c1a3de-5d0f-5a56-8a0c-9e6a4f6b7c11.eml' },
  MessageDeferred: { ...failed, reason: 'refused-for-now', failedAt: '2026-03-02T08:00:00.000Z', retryAt: '2026-03-02T08:01:00.000Z' },
  MessageRejected: { ...failed, reason: 'recipient-refused', code: '550 5.1.1' },
  MessageDeliveryUncertain: { reason: 'connection-lost-after-content', response: Personal.under(keyId, '') },
  MessageGivenUp: { ...failed, reason: 'refused-for-now', afterHours: 120 },
  MessageCancelled: {},
  MessageHeld: { reason: 'only-deliver-to' },
  MessageReleased: { reason: 'send-again' },
  MessageDelivered: { reportId },
  MessageDelayReported: { reportId, status: '4.4.1' },
  MessageBounced: { reportId, status: '5.1.1', hard: true },
  MessageComplainedAbout: { reportId },
  BounceMarkCleared: {},
});
