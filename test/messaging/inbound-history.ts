import { Personal } from '#kernel/personal.js';
import type {
  MessageClassified,
  MessageFiled,
  MessageQueuedForAssignment,
  MessageReceived,
  MessageRoutedToCandidate,
  MessageSetAside,
} from '#contexts/messaging/domain/inbound-message/events.js';
import type { Trace } from '#contexts/messaging/domain/inbound-message/routing/trace.js';

const keyId = 'key-1';
const personal = <T>(value: T) => Personal.under(keyId, value);

export const routing: Trace = { router: 'ladder-1', at: 'memory:1', rungs: [] };

export const received: MessageReceived = {
  type: 'MessageReceived',
  data: {
    keyId,
    generation: 1,
    blobId: 'blob-raw',
    size: 1000,
    recipients: personal<readonly string[]>(['acme-jobs@poststelle.test']),
    envelopeSender: personal('ada@mail.example'),
    client: personal({ address: '192.0.2.1', helo: 'mx.mail.example' }),
  },
};

/** Classified as a person's mail, from these addresses. */
export function classified(...from: readonly string[]): MessageClassified {
  const people = (from.length === 0 ? ['ada@mail.example'] : from).map((address) => ({ address, name: 'Ada' }));
  return {
    type: 'MessageClassified',
    data: {
      kind: 'person',
      evidence: [],
      parserVersion: 'parser-1',
      classifierVersion: 'classifier-1',
      parsedBlobId: 'blob-parsed',
      subject: personal('Application'),
      from: personal(people),
      addressees: personal([{ address: 'acme-jobs@poststelle.test' }]),
      preview: personal('Dear Acme'),
      attachments: personal([]),
      attachmentCount: 0,
    },
  };
}

export const routed: MessageRoutedToCandidate = {
  type: 'MessageRoutedToCandidate',
  data: { candidateId: 'ada', applicationId: 'app-1', subsidiary: { how: 'untagged' }, routing },
};

export const queued: MessageQueuedForAssignment = {
  type: 'MessageQueuedForAssignment',
  data: { reason: 'address-unknown', proposals: [], subsidiary: { how: 'untagged' }, routing },
};

export const setAside: MessageSetAside = { type: 'MessageSetAside', data: { as: 'list', reason: 'list-fields', routing } };

export const filed: MessageFiled = {
  type: 'MessageFiled',
  data: { as: 'auto-reply', outboundMessageId: 'out-1', candidateId: 'ada', routing },
};
