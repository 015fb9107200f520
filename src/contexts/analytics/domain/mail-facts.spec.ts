import { describe, expect, it } from '@jest/globals';
import type * as Inbound from '../../messaging/domain/inbound-message/events.js';
import type * as Outbound from '../../messaging/domain/outbound-message/events.js';
import type { MailFact } from './mail-facts.js';

describe('what analytics sees of messages', () => {
  it('is part of the events of messaging, which the compiler checks here', () => {
    const seen: (
      event:
        | Inbound.MessageReceived
        | Outbound.MessageQueued
        | Outbound.DeliveryAttemptStarted
        | Outbound.MessageAccepted
        | Outbound.WrittenToLocalOutbox,
    ) => MailFact = (event) => event;
    expect(seen).toBeInstanceOf(Function);
  });
});
