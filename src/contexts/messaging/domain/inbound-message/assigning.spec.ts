import { describe, it } from '@jest/globals';
import { Personal } from '#kernel/personal.js';
import { storyOf } from '#test/story.js';
import { classified, filed, queued, received, routed, setAside } from '#test/messaging/inbound-history.js';
import { assignMessage } from './assign-message.js';
import { dismissMessage } from './dismiss-message.js';
import { endRouting } from './end-routing.js';
import type { AssignmentUndone, MessageAssigned, MessageDismissed, MessageExpired } from './events.js';
import { handleMessage, reopenHandling } from './handle-message.js';
import { inboundMessage } from './inbound-message.js';
import { markMessageNew, openMessage } from './open-message.js';
import { reassignMessage } from './reassign-message.js';
import { setApplication } from './set-application.js';
import { undoAssignment } from './undo-assignment.js';

const { given } = storyOf(inboundMessage);
const toAda = { candidateId: 'ada', teachAddress: false };
const assignedToAda: MessageAssigned = { type: 'MessageAssigned', data: { candidateId: 'ada', teachesAddress: false } };
const dismissed: MessageDismissed = { type: 'MessageDismissed', data: {} };
const expired: MessageExpired = { type: 'MessageExpired', data: { confirmedByAdministrator: false } };
const undone: AssignmentUndone = { type: 'AssignmentUndone', data: { candidateId: 'ada' } };

describe('the word of the router', () => {
  it('ends routing once', () => {
    given(received, classified())
      .when((message) => endRouting(message, routed))
      .then(routed);
    given(received, classified(), queued)
      .when((message) => endRouting(message, routed))
      .then();
  });

  it('never undoes what a person decided meanwhile', () => {
    given(received, classified(), queued, assignedToAda)
      .when((message) => endRouting(message, queued))
      .then();
  });
});

describe('assigning', () => {
  it.each([
    ['a message to assign', queued],
    ['a message set aside', setAside],
    ['a message filed by mistake', filed],
    ['a dismissed one, which restores it', dismissed],
  ])('R17: gives %s to a candidate', (_, event) => {
    given(received, classified(), queued, event)
      .when((message) => assignMessage(message, toAda))
      .then(assignedToAda);
  });

  it('twice to the same candidate is once', () => {
    given(received, classified(), queued, assignedToAda)
      .when((message) => assignMessage(message, toAda))
      .then();
  });

  it('refuses what is with a candidate already: that is reassigning', () => {
    given(received, classified(), queued, assignedToAda)
      .when((message) => assignMessage(message, { candidateId: 'bob', teachAddress: false }))
      .thenRefused('assigned-already', { facts: { candidateId: 'ada' } });
  });

  it('refuses what the router has not looked at, and what expired', () => {
    given(received)
      .when((message) => assignMessage(message, toAda))
      .thenRefused('not-routed-yet');
    given(received, classified(), queued, expired)
      .when((message) => assignMessage(message, toAda))
      .thenRefused('message-expired');
  });

  it('S40: teaches the one address of the sender', () => {
    given(received, classified(), queued)
      .when((message) => assignMessage(message, { ...toAda, teachAddress: true }))
      .then({ type: 'MessageAssigned', data: { candidateId: 'ada', teachesAddress: true } });
  });

  it('S40: teaches nothing where several or none sent it', () => {
    given(received, classified('one@mail.example', 'two@mail.example'), queued)
      .when((message) => assignMessage(message, { ...toAda, teachAddress: true }))
      .thenRefused('no-single-sender', { field: 'teachAddress' });
  });
});

describe('taking an assignment back', () => {
  it('R18: reassigns what a person or the router gave to the wrong one', () => {
    given(received, classified(), routed)
      .when((message) => reassignMessage(message, { candidateId: 'bob', teachAddress: false }))
      .then({ type: 'MessageReassigned', data: { from: 'ada', candidateId: 'bob', teachesAddress: false } });
  });

  it('refuses to reassign what nobody has', () => {
    given(received, classified(), queued)
      .when((message) => reassignMessage(message, toAda))
      .thenRefused('not-assigned');
  });

  it('undoes, and what waits again can be assigned again', () => {
    given(received, classified(), routed).when(undoAssignment).then(undone);
    given(received, classified(), routed, undone)
      .when((message) => assignMessage(message, toAda))
      .then(assignedToAda);
    given(received, classified(), queued).when(undoAssignment).thenRefused('not-assigned');
  });

  it('undoing brings what was set aside back to where it was', () => {
    given(received, classified(), setAside, assignedToAda, undone)
      .when((message) => dismissMessage(message))
      .then(dismissed);
  });
});

describe('dismissing', () => {
  it('keeps the reason as a personal field', () => {
    const reason = Personal.under('key-1', 'an advertisement');
    given(received, classified(), queued)
      .when((message) => dismissMessage(message, reason))
      .then({ type: 'MessageDismissed', data: { reason } });
  });

  it('refuses what somebody has', () => {
    given(received, classified(), routed)
      .when((message) => dismissMessage(message))
      .thenRefused('assigned-already', { facts: { candidateId: 'ada' } });
    given(received, classified(), filed)
      .when((message) => dismissMessage(message))
      .thenRefused('filed-on-a-message', { facts: { outboundMessageId: 'out-1' } });
  });
});

describe('a message of a candidate', () => {
  it('S31: is told which application it is about', () => {
    given(received, classified(), routed)
      .when((message) => setApplication(message, 'app-2', { how: 'application', subsidiaryId: 'berlin' }))
      .then({
        type: 'MessageApplicationSet',
        data: { applicationId: 'app-2', subsidiary: { how: 'application', subsidiaryId: 'berlin' } },
      });
  });

  it('is handled and reopened for everybody', () => {
    given(received, classified(), routed).when(handleMessage).then({ type: 'MessageHandled', data: {} });
    given(received, classified(), routed, { type: 'MessageHandled', data: {} }).when(handleMessage).then();
    given(received, classified(), routed, { type: 'MessageHandled', data: {} })
      .when(reopenHandling)
      .then({ type: 'MessageHandlingReopened', data: {} });
  });

  it('owes an answer again once it was taken from the candidate for whom it was handled', () => {
    const handled = { type: 'MessageHandled' as const, data: {} };
    given(received, classified(), routed, handled, undone, assignedToAda).when(handleMessage).then(handled);
  });

  it('S13: is new for each reader by himself', () => {
    const opened = { type: 'MessageOpened' as const, data: { reader: 'rita' } };
    given(received, classified(), routed, opened)
      .when((message) => openMessage(message, 'rita'))
      .then();
    given(received, classified(), routed, opened)
      .when((message) => openMessage(message, 'otto'))
      .then({ type: 'MessageOpened', data: { reader: 'otto' } });
    given(received, classified(), routed, opened)
      .when((message) => markMessageNew(message, 'rita'))
      .then({ type: 'MessageMarkedNew', data: { reader: 'rita' } });
  });

  it('is not marked new for ever, because its stream stays short', () => {
    const marks = Array.from({ length: 50 }, () => [
      { type: 'MessageOpened' as const, data: { reader: 'rita' } },
      { type: 'MessageMarkedNew' as const, data: { reader: 'rita' } },
    ]).flat();
    given(received, classified(), routed, ...marks, { type: 'MessageOpened', data: { reader: 'rita' } })
      .when((message) => markMessageNew(message, 'rita'))
      .thenRefused('marked-new-too-often', { facts: { most: 50 } });
  });
});
