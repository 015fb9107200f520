import { describe, expect, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { Personal } from '#kernel/personal.js';
import type { MessageClassified, MessageExpired, MessageReceived } from './events.js';
import { inboundMessage } from './inbound-message.js';
import { isGone } from './is-gone.js';
import { quarantineMessage } from './quarantine-message.js';
import { receiveAgain } from './receive-again.js';
import { recordClassification } from './record-classification.js';

const { given } = storyOf(inboundMessage);
const sealed = <T>(value: T) => Personal.under('key-1', value);
const client = { address: '192.0.2.1', helo: 'mx.example' };

const received: MessageReceived = {
  type: 'MessageReceived',
  data: {
    keyId: 'key-1',
    generation: 1,
    blobId: 'blob-1',
    size: 1200,
    recipients: sealed(['acme-jobs@poststelle.test']),
    envelopeSender: sealed('ada@example.org'),
    client: sealed(client),
  },
};
const found: MessageClassified['data'] = {
  kind: 'person',
  evidence: [],
  parserVersion: '1',
  classifierVersion: '1',
  parsedBlobId: 'blob-2',
  subject: sealed('Application'),
  from: sealed([{ address: 'ada@example.org' }]),
  addressees: sealed([]),
  preview: sealed('Dear'),
  attachments: sealed([]),
  attachmentCount: 0,
};
const classified: MessageClassified = { type: 'MessageClassified', data: found };
const overThere = { recipients: ['acme-jobs+berlin@poststelle.test'], client: { address: '198.51.100.9', helo: 'list.example' } };

describe('a received message', () => {
  it('is classified once, however often the work is done', () => {
    given(received)
      .when((message) => recordClassification(message, found))
      .then(classified);
    given(received, classified)
      .when((message) => recordClassification(message, found))
      .then();
  });

  it('is quarantined only while nobody could read it', () => {
    given(received)
      .when((message) => quarantineMessage(message, 'time-limit', 3))
      .then({ type: 'MessageQuarantined', data: { reason: 'time-limit', attempts: 3 } });
    given(received, classified)
      .when((message) => quarantineMessage(message, 'time-limit', 3))
      .then();
  });

  it('S10: notes another path of the same mail', () => {
    given(received)
      .when((message) => receiveAgain(message, overThere, sealed))
      .then({ type: 'MessageReceivedAgain', data: { recipients: sealed(overThere.recipients), client: sealed(overThere.client) } });
  });

  it('S27: notes nothing where the same client repeats the same recipients', () => {
    given(received)
      .when((message) => receiveAgain(message, { recipients: ['acme-jobs@poststelle.test'], client }, sealed))
      .then();
  });

  it('notes at most ten further paths', () => {
    const again = Array.from({ length: 10 }, (_, n) => ({
      type: 'MessageReceivedAgain' as const,
      data: { recipients: sealed([`acme-jobs+${String(n)}@poststelle.test`]), client: sealed(client) },
    }));
    given(received, ...again)
      .when((message) => receiveAgain(message, overThere, sealed))
      .then();
  });

  it('is gone once it expired or its key was destroyed', () => {
    const message = inboundMessage.create(received);
    const expired: MessageExpired = { type: 'MessageExpired', data: { confirmedByAdministrator: true } };
    const erased = { ...message, received: { ...message.received, envelopeSender: Personal.erased<string>('key-1') } };
    expect([message, inboundMessage.evolve(message, expired), erased].map(isGone)).toEqual([false, true, true]);
  });

  it('goes back to be assigned when a person undoes what the router or a person had decided', () => {
    const routed = inboundMessage.evolve(inboundMessage.evolve(inboundMessage.create(received), classified), {
      type: 'MessageRoutedToCandidate',
      data: { candidateId: 'ada', subsidiary: { how: 'untagged' }, routing: { router: '1', at: 'memory-1:1', rungs: [] } },
    });
    const undone = inboundMessage.evolve(routed, { type: 'AssignmentUndone', data: { candidateId: 'ada' } });
    expect(undone.place).toMatchObject({ is: 'to-assign', reason: 'assignment-undone' });
  });
});
