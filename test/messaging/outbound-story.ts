import { Personal } from '#kernel/personal.js';
import type {
  DeliveryAttemptStarted,
  MessageDeferred,
  MessageDeliveryUncertain,
  MessageHeld,
  MessageQueued,
  MessageRejected,
  MessageReleased,
} from '../../src/contexts/messaging/domain/outbound-message/events.js';

/** The events of a message's life, as the specs of sending tell them. */
export const queued: MessageQueued = {
  type: 'MessageQueued',
  data: {
    keyId: 'key-1',
    candidateId: 'candidate-1',
    applicationId: 'application-1',
    mailboxId: 'mailbox-1',
    to: Personal.under('key-1', 'anna@candidate.example'),
    subject: Personal.under('key-1', 'Your application'),
    preview: Personal.under('key-1', 'Dear Anna'),
    contentBlobId: 'content-1',
    attachments: Personal.under('key-1', []),
    messageIdHeader: '<message-1@poststelle.test>',
    tokens: Personal.under('key-1', { conversation: 'aaaabbbbccccdddd', envelope: 'eeeeffffgggghhhh' }),
    size: 3_100,
    automatic: false,
    references: Personal.under('key-1', []),
  },
};

const supplied = { mailboxId: 'mailbox-1', why: 'company-default' } as const;

export const attempt = {
  channel: 'service',
  transport: 'relay',
  from: Personal.under('key-1', { name: 'Acme', address: 'acme-jobs@poststelle.test' }),
  envelopeSender: Personal.under('key-1', 'acme-jobs+eeeeffffgggghhhh@poststelle.test'),
  blobId: 'bytes-1',
  supplied: { channel: supplied, address: supplied, name: supplied },
} as const;

export const attempted = (number = 1): DeliveryAttemptStarted => ({
  type: 'DeliveryAttemptStarted',
  data: { ...attempt, attempt: number },
});

export const failure = { stage: 'recipient', reason: 'refused-for-now', code: '450' } as const;

export const deferredAt = (failedAt: string, retryAt: string): MessageDeferred => ({
  type: 'MessageDeferred',
  data: { ...failure, failedAt, retryAt },
});

export const rejected: MessageRejected = {
  type: 'MessageRejected',
  data: { stage: 'recipient', reason: 'recipient-refused', code: '550' },
};
export const uncertain: MessageDeliveryUncertain = {
  type: 'MessageDeliveryUncertain',
  data: { reason: 'connection-lost-after-content' },
};
export const held: MessageHeld = { type: 'MessageHeld', data: { reason: 'only-deliver-to' } };
export const released: MessageReleased = { type: 'MessageReleased', data: { reason: 'send-again' } };
